import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { variableNames } from './environment.ts';
import { repository } from './repository.ts';

const service = z.looseObject({
  image: z.string(),
  user: z.string().optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  command: z.array(z.string()).default([]),
  container_name: z.string().optional(),
});
const compose = z.looseObject({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
});

const read = (file: string) => readFileSync(join(repository, file), 'utf8');
const text = read('docker-compose.yml');
const { services, volumes } = compose.parse(parse(text, { merge: true }));
const entries = Object.entries(services);
const product = entries.filter(([, { image }]) => image.startsWith('stagewright:'));

describe('docker-compose.yml', () => {
  it('brings PostgreSQL, Temporal on it with its schema and namespace, migrations, api and worker', () => {
    const names = [
      'api',
      'migrate',
      'postgres',
      'seed',
      'temporal',
      'temporal-namespace',
      'temporal-schema',
      'worker',
    ];
    expect(Object.keys(services).sort()).toEqual(names);
    expect(services['temporal']?.environment).toMatchObject({
      DB: 'postgres12',
      POSTGRES_SEEDS: 'postgres',
      NUM_HISTORY_SHARDS: 512,
    });
  });

  it('configures the product by the variables that npm start knows, and by no others', () => {
    expect(product.map(([name]) => name)).toEqual(['migrate', 'api', 'worker', 'seed']);
    for (const [, { environment }] of product) {
      expect(
        Object.keys(environment).filter(
          (name) => !(variableNames as readonly string[]).includes(name),
        ),
      ).toEqual([]);
    }
    const unused = variableNames.filter((name) => !(name in (services['api']?.environment ?? {})));
    expect(unused).toEqual(['STAGEWRIGHT_HOME']); // the folder of npm start, which compose has no use for
  });

  it('pins each image to one version', () => {
    for (const [, { image }] of entries) expect(image).toMatch(/^[\w/-]+:\d+\.\d+(\.\d+)?$/);
    expect(services['temporal']?.image.split(':')[1]).toBe(
      services['temporal-schema']?.image.split(':')[1],
    );
    for (const line of read('Dockerfile').match(/^FROM .*/gm) ?? [])
      expect(line).toMatch(/^FROM node:\d+\.\d+\.\d+-/);
  });

  it('opens the web port alone, and on the loopback interface alone', () => {
    expect(entries.flatMap(([, { ports }]) => ports)).toEqual(['127.0.0.1:8080:8080']);
    expect(services['api']?.ports).toHaveLength(1);
  });

  it('waits for what a service needs: healthy servers, finished one-shots', () => {
    const conditions = entries.flatMap(([name, { depends_on: needs }]) =>
      Object.entries(needs).map(([on, { condition }]) => `${name} ${on} ${condition}`),
    );
    expect(conditions).toEqual(
      expect.arrayContaining([
        'temporal-schema postgres service_healthy',
        'temporal temporal-schema service_completed_successfully',
        'temporal-namespace temporal service_healthy',
        'migrate postgres service_healthy',
        ...['api', 'worker'].flatMap((name) => [
          `${name} migrate service_completed_successfully`,
          `${name} temporal-namespace service_completed_successfully`,
        ]),
      ]),
    );
    for (const condition of conditions.filter((line) => line.endsWith('service_healthy'))) {
      expect(services[condition.split(' ')[1] ?? '']?.healthcheck?.test.length).toBeGreaterThan(1);
    }
  });

  it('lets workers be multiplied: no name, no port, no state of their own', () => {
    expect(services['worker']).toMatchObject({ ports: [], deploy: { replicas: '${WORKERS:-1}' } });
    expect(services['worker']?.container_name).toBeUndefined();
  });

  it('holds no secret: each comes from outside and is demanded', () => {
    const secrets = entries.flatMap(([, { environment }]) =>
      Object.entries(environment).filter(([name]) =>
        /PASSWORD|PWD|SECRET|DATABASE_URL|SMTP_URL/.test(name),
      ),
    );
    expect(secrets.length).toBeGreaterThan(5);
    for (const [, value] of secrets) expect(value).toMatch(/\$\{[A-Z_]+:\?/);
    expect(read('.env.example')).not.toMatch(/^[A-Z]/m);
  });

  it('runs the product without rights: another user than root, nothing writable but its files', () => {
    expect(read('Dockerfile')).toMatch(/^USER node$/m);
    for (const [, part] of product) {
      expect(part).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
      expect(part.volumes).toEqual([`files:${part.environment['FILES_DIR']}`]);
    }
    expect(Object.keys(volumes)).toEqual(['postgres', 'files']);
  });

  it('names in .env.example every variable there is', () => {
    const named = [...read('.env.example').matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name);
    const asked = [...text.matchAll(/\$\{([A-Z_]+)[:}]/g)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining([...variableNames, ...asked]));
  });
});
