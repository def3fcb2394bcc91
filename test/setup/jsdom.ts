// What jsdom lacks and the component library asks for at once. (Server code knows no DOM types: hence no `window`.)
class ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

const matchMedia = (media: string) => ({
  media,
  matches: false,
  onchange: null,
  addListener: () => {},
  removeListener: () => {},
  addEventListener: () => {},
  removeEventListener: () => {},
  dispatchEvent: () => false,
});

const page = globalThis as unknown as { Element: { prototype: { scrollIntoView: () => void } } };
Object.assign(globalThis, { ResizeObserver, matchMedia });
page.Element.prototype.scrollIntoView = () => {};
