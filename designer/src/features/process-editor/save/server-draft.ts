import type { Drawing } from '#core/drawing/drawing.ts';

/** The draft as the server has it. */
export interface ServerDraft {
  revision: number;
  drawing: Drawing;
  savedAt: string;
  savedBy: { name: string; isMe: boolean } | undefined;
}
