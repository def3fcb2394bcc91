/** Where an arrow key points. */
export type Direction = 'up' | 'down' | 'left' | 'right';
