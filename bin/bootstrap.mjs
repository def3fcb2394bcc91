// Plain JavaScript that needs no library: it is what gets them.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];

/** Says one sentence and ends. @param {string} sentence @returns {never} */
function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Checks Node, installs what package-lock.json names, and runs a TypeScript file of ours. @param {string} entry */
export async function runWithLibraries(entry) {
  checkMachine();
  const reason = whatIsAmiss();
  if (reason) await install(reason);
  await run(entry);
}

/**
 * The same for a command that may run beside everything else: libraries that are there are never replaced, for
 * they may be in use. @param {string} entry
 */
export async function runWithWhatIsThere(entry) {
  checkMachine();
  if (!existsSync(join(repository, 'node_modules'))) await install('they are not there yet');
  try {
    await run(entry);
  } catch (error) {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    giveUp(`A library is missing (${error.message}): run "npm ci" in ${repository} and try again.`);
  }
}

/** @param {string} entry */
async function run(entry) {
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: join(repository, 'tsconfig.json') }); // never one of the folder that this is called from
  await import(new URL(entry, import.meta.url).href);
}

function checkMachine() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    giveUp(
      `Stagewright needs Node.js ${OLDEST_NODE.join('.')} or newer and this is ${process.versions.node}: install a newer one (https://nodejs.org) and try again.`,
    );
  }
  if (process.platform === 'win32') {
    giveUp('Stagewright runs on Linux and macOS: on Windows, start it inside WSL.');
  }
}

/** Why the libraries must be installed; undefined when node_modules is what package-lock.json says. */
function whatIsAmiss() {
  const installed = readLock('node_modules/.package-lock.json');
  if (!installed) return 'they are not there yet';
  const wanted =
    readLock('package-lock.json') ??
    giveUp('package-lock.json is missing: restore it from version control.');
  const differs = Object.entries(wanted).some(
    ([path, { version, optional }]) =>
      path !== '' && version !== installed[path]?.version && !(optional && !installed[path]),
  );
  const left = Object.keys(installed).some((path) => !wanted[path]);
  return differs || left ? 'package-lock.json has changed' : undefined;
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }> | undefined} */
function readLock(file) {
  const path = join(repository, file);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** @param {string} reason */
async function install(reason) {
  console.error(`Installing the libraries, because ${reason} (one to three minutes) …`);
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const reminder = setInterval(
    () => console.error(`  … still installing (${seconds()} s)`),
    15_000,
  );
  const outcome = await npmCi();
  clearInterval(reminder);
  if (outcome === 'ENOENT')
    giveUp('npm was not found: install it (it comes with Node.js) and try again.');
  if (outcome !== 0) {
    giveUp(
      `Installing the libraries failed (npm ci: ${outcome}; its reason stands above): check the network and try again.`,
    );
  }
  console.error(`  ✓ Libraries installed (${seconds()} s)`);
}

/** Answers npm's exit code, or the signal or error that ended it. @returns {Promise<number | string>} */
function npmCi() {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const own = process.env['npm_execpath'];
  const [command, all] = own?.endsWith('.js') ? [process.execPath, [own, ...args]] : ['npm', args];
  return new Promise((settle) => {
    const child = spawn(command, all, {
      cwd: repository,
      stdio: ['inherit', process.stderr, 'inherit'], // the output is for what was asked for
    });
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
    child.once('error', (error) => settle(error.code ?? error.message));
    child.once('exit', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, pass);
      if (signal) process.exit(1);
      settle(code ?? 1);
    });
  });
}
