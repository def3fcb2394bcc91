import type { Page } from 'playwright-core';

export interface Screen {
  readonly name: string;
  /** Who looks at it; absent for somebody who has not signed in. */
  readonly as?: string;
  /** Address to begin at. */
  readonly path: string;
  /** What must be on the screen, and what a person does to get there. */
  readonly open?: (page: Page) => Promise<void>;
  /** Puts back what `open` changed. */
  readonly close?: (page: Page) => Promise<void>;
}
