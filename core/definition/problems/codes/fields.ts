import { error, type CodeEntry } from './code-entry.ts';

/** Fields, expressions and templates. */
export const fieldsCodes = {
  'unknown-field': error('An element names a field that does not exist.', 'Choose another field.'),
  'field-wrong-type': error(
    'An element names a field of a type that does not fit, or whose value a run does not know.',
    'Choose another field.',
  ),
  'field-not-settable': error(
    'A step sets a field of the type file.',
    'Choose another field: files are attached by people.',
  ),
  'choice-without-options': error('A choice field has no options.', 'Add options.'),
  'unknown-option': error(
    'A tier of a score sets a value that its field does not offer.',
    'Choose one of the options.',
  ),
  'condition-invalid': error('An expression cannot be used.', 'Correct the expression.'),
  'value-misfit': error(
    'A step sets a value that its field cannot hold: an unknown option, an impossible date, a fraction of a minor unit (E29).',
    'Set a value that fits the field.',
  ),
  'field-may-be-empty': error(
    'An expression, a limit, a list or an assignee needs a field that is not surely set there (E7).',
    'Make the field required before, or say what holds when it is empty.',
  ),
  'template-broken': error(
    'A template is not valid Liquid, or uses what mails do not know.',
    'Correct it at the line and column named.',
  ),
  'unknown-variable': error(
    'A template names a value that does not exist.',
    'Write one of the names that exist.',
  ),
  'variable-may-be-empty': error(
    'A template shows a value that is not surely set there.',
    'Add a fallback, or make the field required before.',
  ),
} as const satisfies Record<string, CodeEntry>;
