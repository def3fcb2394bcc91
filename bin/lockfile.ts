import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { repository } from './repository.ts';

const lockedPackage = z.looseObject({
  version: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockfile = z.looseObject({ packages: z.record(z.string(), lockedPackage) });

export type Lockfile = z.infer<typeof lockfile>;

export interface MissingPackage {
  /** The locked package that wants it, as its key in the lockfile. */
  readonly wantedBy: string;
  readonly name: string;
  readonly version: string;
}

/**
 * The platform packages that the lockfile does not hold. A registry that lacks the binaries of other systems makes
 * npm write such a lockfile: `npm ci` then refuses it, and users of those systems would be left without.
 */
export function missingPackages({ packages }: Lockfile): MissingPackage[] {
  return Object.entries(packages).flatMap(([wantedBy, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, range]) => !isSatisfied(packages, wantedBy, name, range))
      .map(([name, version]) => ({ wantedBy, name, version })),
  );
}

/** The same lockfile with what was missing, at the top when its place is free there, else beside what wants it. */
export function completeLockfile(lock: Lockfile): Lockfile {
  const packages = { ...lock.packages };
  for (const { wantedBy, name, version } of missingPackages(lock)) {
    const top = `node_modules/${name}`;
    const place = packages[top] ? `${wantedBy}/node_modules/${name}` : top;
    if (isSatisfied(packages, wantedBy, name, version)) continue; // added for another that wants it too
    const { os, cpu, libc } = platformOf(name);
    const dev = packages[wantedBy]?.dev ? { dev: true } : {};
    packages[place] = {
      version,
      ...(cpu && { cpu }),
      ...dev,
      ...(libc && { libc }),
      optional: true,
      os,
    };
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

/** Ranges are npm's affair: what is there satisfies them. An exact version must be that one. */
function isSatisfied(
  packages: Lockfile['packages'],
  wantedBy: string,
  name: string,
  range: string,
): boolean {
  const found = resolve(packages, wantedBy, name);
  return found !== undefined && (!/^\d/.test(range) || found.version === range);
}

/** What Node would find from `from`: the nearest node_modules upwards that has it. */
function resolve(packages: Lockfile['packages'], from: string, name: string) {
  const found = packages[`${from && `${from}/`}node_modules/${name}`];
  if (found || from === '') return found;
  return resolve(packages, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

const SYSTEMS = /(android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|aix|win32|windows)/;
const PROCESSORS = /[-_](arm64|arm|x64|ia32|ppc64|riscv64|s390x|loong64|mips64el)/;

/** For which machines a package is, as its name says: `@swc/core-linux-arm-gnueabihf`. */
export function platformOf(name: string): { os: string[]; cpu?: string[]; libc?: string[] } {
  const os = SYSTEMS.exec(name)?.[1];
  if (!os)
    throw new Error(
      `${name} is missing in package-lock.json and its name tells no system: add it by hand.`,
    );
  const cpu = PROCESSORS.exec(name)?.[1];
  const libc =
    os !== 'linux'
      ? undefined
      : /musl/.test(name)
        ? 'musl'
        : /gnu/.test(name)
          ? 'glibc'
          : undefined;
  return {
    os: [os === 'windows' ? 'win32' : os],
    ...(cpu && { cpu: [cpu] }),
    ...(libc && { libc: [libc] }),
  };
}

const file = join(repository, 'package-lock.json');

/** The lockfile of the repository, its keys in npm's order. */
export function readLockfile(): Lockfile {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  lockfile.parse(content);
  return content as Lockfile;
}

// node --import tsx bin/lockfile.ts: after each change of dependencies.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = readLockfile();
  writeFileSync(file, `${JSON.stringify(completeLockfile(lock), null, 2)}\n`);
  console.log(
    `package-lock.json: ${missingPackages(lock).length} packages of other systems added.`,
  );
}
