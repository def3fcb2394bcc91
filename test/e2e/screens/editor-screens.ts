import { press, dialog, board, all, undoAll } from './acts.ts';
import type { Screen } from './screen.ts';
import { cutProcess } from './starts-earlier.ts';
import { openWholeProcess } from './whole-process.ts';

const ewa = 'Ewa Zawadzka';

/** The process editor with its panels and dialogs. */
export const editorScreens: readonly Screen[] = [
  { name: 'editor', as: ewa, path: '/processes/PV-01', open: board },
  {
    name: 'editor-step',
    as: ewa,
    path: '/processes/PV-01',
    open: all(board, press('Price the system')),
  },
  {
    name: 'editor-stage',
    as: ewa,
    path: '/processes/QQ-01',
    open: all(board, (page) => page.getByRole('heading', { name: 'Quote the request' }).click()),
  },
  { name: 'editor-whole', as: ewa, path: '/processes', open: openWholeProcess },
  {
    name: 'editor-approval',
    as: ewa,
    path: '/processes',
    open: all(openWholeProcess, press('Approve margin')),
  },
  {
    name: 'editor-for-each',
    as: ewa,
    path: '/processes',
    open: all(openWholeProcess, press('Option sheets')),
  },
  {
    name: 'editor-rail',
    as: ewa,
    path: '/processes',
    open: all(openWholeProcess, (page) =>
      page
        .getByRole('region', { name: /^Rail: / })
        .getByRole('heading')
        .click(),
    ),
  },
  {
    name: 'editor-policy',
    as: ewa,
    path: '/processes',
    open: all(openWholeProcess, press(/^Default policy/)),
  },
  {
    name: 'editor-problems',
    as: ewa,
    path: '/processes/PV-01',
    open: all(board, press('Survey result'), press('Delete the default'), (page) =>
      page.getByText('branch-without-default').first().waitFor(),
    ),
    close: undoAll,
  },
  {
    name: 'editor-publish-refused',
    as: ewa,
    path: '/processes/PV-01',
    open: all(
      board,
      press('Survey result'),
      press('Delete the default'),
      press('Publish…'),
      dialog,
    ),
    close: undoAll,
  },
  {
    name: 'editor-publish',
    as: ewa,
    path: '/processes/PV-01',
    open: all(
      board,
      press('Technical survey'),
      (page) => page.getByRole('textbox', { name: 'Name' }).first().fill('Survey the roof'),
      press('Publish…'),
      (page) => page.getByRole('textbox', { name: /^Note/ }).waitFor(),
    ),
    close: undoAll,
  },
  {
    name: 'editor-publish-confirm',
    as: ewa,
    path: `/processes/${cutProcess}`,
    open: all(board, press('Publish…'), (page) =>
      page.getByRole('checkbox', { name: /starts as soon as/ }).waitFor(),
    ),
  },
  {
    name: 'editor-add-behind',
    as: ewa,
    path: '/processes/PV-01',
    open: all(board, press('Survey result'), (page) => page.keyboard.press('a'), dialog),
    close: undoAll,
  },
  {
    name: 'editor-versions',
    as: ewa,
    path: '/processes/PV-01',
    open: all(board, press('Versions')),
  },
];
