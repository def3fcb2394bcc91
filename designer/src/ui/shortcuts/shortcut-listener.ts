import { usePreferences } from '../../lib/preferences.ts';
import {
  beginsChord,
  isSingleKey,
  isTyping,
  matchShortcut,
  pressedKeys,
} from './match-shortcut.ts';
import { useShortcutStore } from './shortcut-store.ts';

const CHORD_MS = 1200;

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

/**
 * Listens for the keys of all mounted groups. Single letters act only while no field has the
 * focus, no dialog is open and the person has not switched them off. Returns the way to stop.
 */
export function listenForShortcuts(): () => void {
  let prefix: { key: string; until: number } | undefined;

  function onKeyDown(event: KeyboardEvent): void {
    const pressed = pressedKeys(event);
    if (pressed === undefined || event.defaultPrevented || isDialogOpen()) return;
    const single = isSingleKey(pressed);
    if (single && (isTyping(event.target) || !usePreferences.getState().letterKeys)) return;
    if (
      !single &&
      isTyping(event.target) &&
      /^(Arrow|Delete|Backspace|Enter|Home|End)/.test(pressed)
    )
      return;
    const shortcuts = useShortcutStore.getState().groups.flatMap((group) => group.shortcuts);
    const begun = prefix !== undefined && prefix.until > event.timeStamp ? prefix.key : undefined;
    prefix = undefined;
    const found =
      (begun === undefined ? undefined : matchShortcut(shortcuts, pressed, begun)) ??
      matchShortcut(shortcuts, pressed, undefined);
    if (found) {
      event.preventDefault();
      found.run(event);
    } else if (single && beginsChord(shortcuts, pressed)) {
      prefix = { key: pressed, until: event.timeStamp + CHORD_MS };
    }
  }

  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
