import fc from 'fast-check';

type Text = fc.Arbitrary<string>;

const joined = (parts: fc.Arbitrary<string[]>): Text => parts.map((all) => all.join(' '));
const filters: Text = joined(
  fc.array(
    fc.constantFrom(
      '| default: "none"',
      '| upcase',
      '| append: "!"',
      '| append: contact.company',
      '| replace: "o", "ooo"',
      '| truncate: 3',
      '| truncate: "x"',
      '| nope',
      '| upcase: 1',
      '| strip',
    ),
    { maxLength: 2 },
  ),
);

/** Anything that people write into a mail, right or wrong. */
export function anyTemplate(paths: readonly string[]): Text {
  const name: Text = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...paths) },
    fc.constantFrom('x', 'i', 'deal', 'name', 'deal["phone"]', 'deal[x]', 'forloop.index'),
  );
  const operand: Text = fc.oneof(
    { weight: 4, arbitrary: name },
    fc.constantFrom('"one"', '1', 'nil', 'blank', 'empty', 'true'),
  );
  const comparison: Text = fc
    .tuple(operand, fc.constantFrom('==', '!=', 'contains', '>', '<='), operand)
    .map((parts) => parts.join(' '));
  const test: Text = fc.oneof(
    name,
    comparison,
    name.map((it) => `not ${it}`),
  );
  const condition: Text = fc.oneof(
    test,
    fc.tuple(test, fc.constantFrom('and', 'or'), test).map((parts) => parts.join(' ')),
  );
  const leaf: Text = fc.oneof(
    fc.constantFrom(
      'text',
      '{% raw %}{{ nope{% endraw %}',
      '{% comment %}{{ nope }}{% endcomment %}',
      '{% nope %}',
      '{{ ',
      '{% else %}',
      '{% include "a" %}',
      '{% # x %}',
      '{% break %}',
    ),
    { weight: 5, arbitrary: fc.tuple(name, filters).map(([it, by]) => `{{ ${it} ${by} }}`) },
    fc.tuple(name, filters).map(([it, by]) => `{% assign x = ${it} ${by} %}`),
  );
  const { block } = fc.letrec<{ block: string }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      leaf,
      nested(tie('block'), condition, name),
    ),
  }));
  return fc.array(block, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
}

function nested(block: Text, condition: Text, name: Text): Text {
  const choice = fc.constantFrom('if', 'unless');
  return fc.oneof(
    fc
      .tuple(choice, condition, block, block)
      .map(([tag, when, yes, no]) => `{% ${tag} ${when} %}${yes}{% else %}${no}{% end${tag} %}`),
    fc
      .tuple(choice, condition, block)
      .map(([tag, when, yes]) => `{% ${tag} ${when} %}${yes}{% end${tag} %}`),
    fc
      .tuple(condition, block, condition, block)
      .map(([a, first, b, second]) => `{% if ${a} %}${first}{% elsif ${b} %}${second}{% endif %}`),
    fc
      .tuple(name, block, block)
      .map(([it, yes, no]) => `{% case ${it} %}{% when "one" %}${yes}{% else %}${no}{% endcase %}`),
    fc
      .tuple(fc.constantFrom('(1..2)', '(1..9999)', 'deal.place', '(1..x)'), block)
      .map(([over, body]) => `{% for i in ${over} %}${body}{% endfor %}`),
  );
}

/** Every way through these templates can be taken, so that a fault in any of them shows. */
export function plainTemplate(sure: readonly string[], maybe: readonly string[]): Text {
  const block = plainBlock([...sure, ...maybe], maybe);
  const assign = fc.constantFrom(...sure, ...maybe).map((path) => `{% assign x = ${path} %}`);
  return fc
    .array(fc.oneof({ weight: 5, arbitrary: block }, assign), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(' '));
}

function plainBlock(paths: readonly string[], open: readonly string[]): Text {
  const filter = fc.constantFrom('', '| default: "a"', '| upcase', '| append: "b"');
  const shown = fc.oneof(
    { weight: 12, arbitrary: output(fc.constantFrom(...paths), filter) },
    // A name that does not exist is refused with a fallback too, which the engine would render.
    output(
      fc.constantFrom('x', 'name', 'deal.nope', 'owner.name'),
      fc.constantFrom('', '| upcase'),
    ),
    output(fc.constantFrom(...paths), fc.constant('| nope')),
  );
  const leaf: Text = fc.oneof(
    { weight: 8, arbitrary: shown },
    fc.constantFrom('text', '{% raw %}{{ a{% endraw %}', '{% nope %}', '{% if deal.phone %}'),
  );
  if (open.length === 0) return leaf;
  return fc.oneof(
    { weight: 2, arbitrary: leaf },
    fc.constantFrom(...open).chain((path) => asked(path, paths, open)),
  );
}

/** A block whose condition asks for one value that nothing around it has asked for. */
function asked(path: string, paths: readonly string[], open: readonly string[]): Text {
  const inner = plainBlock(
    paths,
    open.filter((other) => other !== path),
  );
  return fc
    .tuple(inner, inner)
    .chain(([yes, no]) =>
      fc.constantFrom(
        `{% if ${path} %}${yes}{% else %}${no}{% endif %}`,
        `{% unless ${path} %}${yes}{% else %}${no}{% endunless %}`,
        `{% if ${path} == "one" %}${yes}{% endif %}`,
        `{% if ${path} == nil %}${yes}{% else %}${no}{% endif %}`,
        `{% case ${path} %}{% when "one" %}${yes}{% else %}${no}{% endcase %}`,
      ),
    );
}

function output(path: Text, filter: Text): Text {
  return fc.tuple(path, filter).map(([it, by]) => `{{ ${it} ${by} }}`);
}
