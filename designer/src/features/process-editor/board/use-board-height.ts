import { useLayoutEffect, useState, type RefObject } from 'react';

/** Height of the board in pixels, so that columns fill it at 100 %. */
export function useBoardHeight(board: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = board.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [board]);
  return height;
}
