import { notifications } from '@mantine/notifications';
import { cleanup } from '@testing-library/react';
import { afterAll, afterEach } from 'vitest';

class StillObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

const matchMedia = (media: string) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  });

// What jsdom lacks and the components ask for.
Object.assign(globalThis, { ResizeObserver: StillObserver, matchMedia });
Object.assign(Element.prototype, { scrollIntoView: () => {} });
Object.assign(document, { fonts: new EventTarget() });

afterEach(() => {
  cleanup();
  // They lie outside of what is rendered, and few are shown at a time: those of one test keep the next one's waiting.
  notifications.clean();
});

// React works on what is left in turns of its own (`setImmediate`); it asks for the window, which
// goes away with the file.
afterAll(async () => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
});
