import type { Comparison, Condition, Value } from './condition.ts';

/** How a screen shows a value of a field: the label of an option, an amount, a local date. */
export type ValueText = (field: string | undefined, value: Value) => string;

interface Naming {
  labelOf: (field: string) => string;
  valueText: ValueText;
}

const verbs: Record<Comparison, string> = {
  '==': 'is',
  '!=': 'is not',
  '<': 'is under',
  '<=': 'is at most',
  '>': 'is over',
  '>=': 'is at least',
};
const dateVerbs: Partial<Record<Comparison, string>> = {
  '<': 'is before',
  '<=': 'is not after',
  '>': 'is after',
  '>=': 'is not before',
};
/** The same comparison with its sides exchanged: `15 > deal.margin`. */
const mirrored: Record<Comparison, Comparison> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};
const textVerbs = { contains: 'contains', startsWith: 'starts with', endsWith: 'ends with' };

/**
 * A compiled condition as an English sentence without full stop: “Margin is under 15 and Delivery
 * is e-mail”.
 * @param valueText how values are shown; as they are stored when it is left out
 */
export function describeCondition(
  condition: Condition,
  labelOf: (field: string) => string,
  valueText: ValueText = plainText,
): string {
  return sentence(condition, { labelOf, valueText });
}

function plainText(_field: string | undefined, value: Value): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** A condition: something that is yes or no. */
function sentence(condition: Condition, naming: Naming): string {
  switch (condition.op) {
    case 'literal':
      return condition.args[0] === true ? 'always' : 'never';
    case 'field':
      return `${naming.labelOf(condition.args[0])} is yes`;
    case 'has':
      return `${naming.labelOf(condition.args[0])} is set`;
    case '!':
      return denied(condition.args[0], naming);
    case '&&':
      return joined(condition, 'and', naming);
    case '||':
      return joined(condition, 'or', naming);
    case '?:': {
      const [test, then, otherwise] = condition.args.map((arg) => grouped(arg, naming));
      return `if ${test}: ${then}, otherwise: ${otherwise}`;
    }
    case 'in':
      return membership(condition.args, false, naming);
    case 'contains':
    case 'startsWith':
    case 'endsWith': {
      const [text, part] = condition.args;
      return `${value(text, naming)} ${textVerbs[condition.op]} ${value(part, naming, fieldOf(text))}`;
    }
    case 'exists':
    case 'all': {
      const [list, name, test] = condition.args;
      const which = condition.op === 'exists' ? 'at least one' : 'each';
      return `for ${which} ${name} of ${value(list, naming)}: ${grouped(test, naming)}`;
    }
    default:
      return isComparison(condition)
        ? comparison(condition.op, condition.args, naming)
        : value(condition, naming);
  }
}

function denied(condition: Condition, naming: Naming): string {
  if (condition.op === 'field') return `${naming.labelOf(condition.args[0])} is no`;
  if (condition.op === 'has') return `${naming.labelOf(condition.args[0])} is not set`;
  if (condition.op === 'in') return membership(condition.args, true, naming);
  return `not (${sentence(condition, naming)})`;
}

/** `a && b && c` reads on; another joining word inside stands in brackets. */
function joined(
  condition: { op: string; args: Condition[] },
  word: 'and' | 'or',
  naming: Naming,
): string {
  return condition.args
    .map((arg) => (arg.op === condition.op ? sentence(arg, naming) : grouped(arg, naming)))
    .join(` ${word} `);
}

function grouped(condition: Condition, naming: Naming): string {
  const text = sentence(condition, naming);
  return ['&&', '||', '?:', 'exists', 'all'].includes(condition.op) ? `(${text})` : text;
}

function comparison(op: Comparison, [left, right]: Condition[], naming: Naming): string {
  if (!left || !right) return '';
  if (left.op === 'literal' && right.op !== 'literal')
    return comparison(mirrored[op], [right, left], naming);
  const isDate = right.op === 'literal' && /^\d{4}-\d{2}-\d{2}$/.test(String(right.args[0]));
  const verb = (isDate && dateVerbs[op]) || verbs[op];
  return `${value(left, naming, fieldOf(right))} ${verb} ${value(right, naming, fieldOf(left))}`;
}

function membership([item, list]: Condition[], denies: boolean, naming: Naming): string {
  if (!item || !list) return '';
  if (list.op === 'field')
    return `${value(list, naming)} ${denies ? 'does not include' : 'includes'} ${value(item, naming, fieldOf(list))}`;
  const field = fieldOf(item);
  return `${value(item, naming)} is ${denies ? 'none' : 'one'} of ${value(list, naming, field)}`;
}

/** A number, a text or a list; `field` is the one that a literal stands beside. */
function value(condition: Condition, naming: Naming, field?: string): string {
  switch (condition.op) {
    case 'literal':
      return naming.valueText(field, condition.args[0]);
    case 'field':
      return naming.labelOf(condition.args[0]);
    case 'item':
      return condition.args[0];
    case 'list':
      return condition.args.map((item) => value(item, naming, field)).join(', ') || 'nothing';
    case 'size':
      return `the number in ${value(condition.args[0], naming)}`;
    case 'neg':
      return `−${operand(condition.args[0], naming)}`;
    case '+':
    case '-':
    case '*':
    case '/': {
      const [left, right] = condition.args.map((arg) => operand(arg, naming));
      return `${left} ${{ '+': '+', '-': '−', '*': '×', '/': '÷' }[condition.op]} ${right}`;
    }
    case '?:': {
      const [test, then, otherwise] = condition.args;
      return `(${value(then, naming, field)} if ${sentence(test, naming)}, otherwise ${value(otherwise, naming, field)})`;
    }
    default:
      return `(${sentence(condition, naming)})`;
  }
}

function operand(condition: Condition, naming: Naming): string {
  const text = value(condition, naming);
  return ['+', '-', '*', '/'].includes(condition.op) ? `(${text})` : text;
}

function fieldOf(condition: Condition): string | undefined {
  return condition.op === 'field' ? condition.args[0] : undefined;
}

function isComparison(condition: Condition): condition is Condition & { op: Comparison } {
  return Object.hasOwn(verbs, condition.op);
}
