import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import { ConfirmSteps } from './confirm-steps.tsx';

function Confirming({ seen }: { seen: string[][] }) {
  const [confirmed, setConfirmed] = useState<string[]>([]);
  seen.push(confirmed);
  const items = ['send.mail', 'send.call'].map((step) => ({ step, sentence: `${step} starts.` }));
  return <ConfirmSteps items={items} confirmed={confirmed} onChange={setConfirmed} />;
}

it('asks for each step on its own, and takes a confirmation back', () => {
  const seen: string[][] = [];
  renderInTheme(<Confirming seen={seen} />);
  fireEvent.click(screen.getByRole('checkbox', { name: 'send.mail starts.' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'send.call starts.' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'send.mail starts.' }));
  expect(seen.at(-1)).toEqual(['send.call']);
  expect(seen).toContainEqual(['send.mail', 'send.call']);
});
