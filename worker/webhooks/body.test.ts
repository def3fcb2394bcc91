import { describe, expect, it } from 'vitest';
import { amountOfMinor, minorOfAmount } from '#core/money/minor-amount.ts';
import { webhookBody } from './body.ts';

const step = { id: 'tellErp', name: 'Tell the ERP', sends: ['price', 'signedOn'] };

function told(currency: string, price: number) {
  const deal = { number: 'PV-1', processKey: 'PV-01', stage: 'offer', state: 'open' };
  const body = webhookBody(step, { ...deal, currency, fields: { price, secret: 1 } });
  return JSON.parse(body) as { currency: string; fields: Record<string, number | null> };
}

describe('what a webhook tells of money', () => {
  it.each([
    ['JPY', 1200, 1200],
    ['PLN', 12.5, 1250],
    ['KWD', 12.5, 12_500],
  ])('%s %d is %d minor units, with the currency beside it', (currency, amount, minor) => {
    const { fields, currency: said } = told(currency, minorOfAmount(amount, currency)!);
    expect(said).toBe(currency);
    expect(fields).toEqual({ price: minor, signedOn: null });
    expect(amountOfMinor(fields['price']!, said)).toBe(amount);
  });
});
