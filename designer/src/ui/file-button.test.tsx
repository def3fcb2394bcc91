import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { FileButton } from './file-button.tsx';
import { renderInTheme } from './render-in-theme.tsx';

describe('a button for a file', () => {
  it('offers the same file again once it was chosen', () => {
    const onFile = vi.fn();
    renderInTheme(<FileButton label="Add file" name="Contract" loading={false} onFile={onFile} />);
    const input = screen.getByLabelText<HTMLInputElement>('Contract');
    const emptied = vi.spyOn(input, 'value', 'set');
    const file = new File(['%PDF-1.7'], 'contract.pdf');
    fireEvent.change(input, { target: { files: [file] } });
    expect(onFile).toHaveBeenCalledExactlyOnceWith(file);
    expect(emptied).toHaveBeenCalledWith('');
  });
});
