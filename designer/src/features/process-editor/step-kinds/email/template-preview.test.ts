import { describe, expect, it } from 'vitest';
import { cleanDrawing } from '#core/definition/testing/clean-drawing.ts';
import { previewTemplate } from './template-preview.ts';

describe('the preview of a mail', () => {
  it('is made by the engine that sends it', () => {
    const text =
      '{% if deal.place %}{{ contact.firstName | upcase }} in {{ deal.place }}{% else %}nowhere{% endif %}';
    expect(previewTemplate(text, cleanDrawing())).toBe('BARBARA in [Place]');
  });

  it('leaves what is raw or cannot be sent as it is written', () => {
    expect(previewTemplate('{% raw %}{{ x }}{% endraw %}', cleanDrawing())).toBe('{{ x }}');
    expect(previewTemplate('{{ name }}', cleanDrawing())).toBe('{{ name }}');
  });
});
