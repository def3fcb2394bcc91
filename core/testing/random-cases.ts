const given = (name: 'PROPERTY_RUNS' | 'PROPERTY_SEED'): number | undefined => {
  const text = globalThis.process.env[name];
  return text === undefined ? undefined : Number(text);
};

/** Where the random cases of a test begin: a new place each time, unless PROPERTY_SEED repeats a run. */
export const seed = given('PROPERTY_SEED') ?? Math.floor(Math.random() * 2 ** 31);

/** How many random cases a test tries: as many as every `npm test` can afford, unless PROPERTY_RUNS asks for more. */
export const runsOr = (usual: number): number => given('PROPERTY_RUNS') ?? usual;
