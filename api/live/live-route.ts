import { createSession, type Session } from 'better-sse';
import type { Request, Response } from 'express';
import { admit } from '../authorisation/authorise.ts';
import type { SignedInContext } from '../http/request-context.ts';
import { contextOf } from '../http/request-state.ts';
import type { Services } from '../http/services.ts';
import {
  isAfter,
  isForgotten,
  parsePlace,
  placeText,
  readChanges,
  recentPlace,
  type LiveChange,
  type Place,
} from './change-reader.ts';
import { visibleChange } from './visible-change.ts';

const RECHECK_MS = 60_000;
const RETRY_MS = 2_000;

/** One person's stream: sends what they may see, in order, each change once. */
function sender(session: Session, context: SignedInContext, begin: Place) {
  let place = begin;
  return {
    place: () => place,
    send(changes: LiveChange[]): void {
      for (const change of changes) {
        if (!isAfter(change, place)) continue;
        place = change;
        const event = visibleChange(context.actor, change);
        if (event) session.push(event, 'message', placeText(change));
      }
    },
  };
}

function lastEventId(request: Request): string | undefined {
  const header = request.headers['last-event-id'];
  const query = request.query['lastEventId'];
  return [header, query].find(
    (value): value is string => typeof value === 'string' && value !== '',
  );
}

/** Everything after the place where the browser was, then what the feed has said meanwhile. */
async function catchUp(
  services: Services,
  to: ReturnType<typeof sender>,
  meanwhile: LiveChange[][],
): Promise<void> {
  for (;;) {
    const { changes } = await readChanges(services.database, to.place());
    if (changes.length === 0) break;
    to.send(changes);
  }
  for (const changes of meanwhile.splice(0)) to.send(changes);
}

/**
 * Ends the stream when the session has ended or the person was deactivated: looks each minute, and `now` at once.
 */
function recheck(context: SignedInContext, end: () => void) {
  const { sessions, log } = context.services;
  const look = async () => {
    const signed = await sessions.resolve(context.cookie, { refresh: false });
    if (signed) context.actor = signed.actor;
    else end();
  };
  const now = () =>
    void look().catch((error: unknown) =>
      log.warn({ err: error }, 'a session cannot be checked again'),
    );
  const timer = setInterval(now, RECHECK_MS);
  return { now, stop: () => clearInterval(timer) };
}

function endsSessionOf({ actor }: SignedInContext, changes: LiveChange[]): boolean {
  return changes.some(({ topic, ref }) => topic === 'session' && ref === actor.id);
}

/** Where a stream begins. A place that nobody knows, too old or of another time, is no place to wait for. */
async function placeToBegin({ database }: Services, text: string | undefined) {
  const known = parsePlace(text);
  const forgotten = known !== undefined && (await isForgotten(database, known));
  const begin = known && !forgotten ? known : await recentPlace(database);
  return { begin, forgotten };
}

/**
 * GET /live: changes as server-sent events `{topic, id?}`. Goes on without a gap from `Last-Event-ID`;
 * a place that is not known, forgotten or from the future, gets one event of topic `all` and a new beginning.
 */
export function liveRoute(services: Services) {
  return async (request: Request, response: Response): Promise<void> => {
    const context = contextOf(response) as SignedInContext;
    context.route = 'live.open';
    admit('live.open', context.actor);
    const { begin, forgotten } = await placeToBegin(services, lastEventId(request));
    if (context.setCookies.length > 0) response.setHeader('Set-Cookie', context.setCookies);
    response.setHeader('X-Accel-Buffering', 'no');
    const session = await createSession(request, response, { retry: RETRY_MS });
    const to = sender(session, context, begin);
    let meanwhile: LiveChange[][] | undefined = [];
    const end = () => void response.end();
    const check = recheck(context, end);
    const unsubscribe = services.changes.subscribe({
      send(changes) {
        if (endsSessionOf(context, changes)) check.now();
        if (meanwhile) meanwhile.push(changes);
        else to.send(changes);
      },
      end,
    });
    session.on('disconnected', () => {
      unsubscribe();
      check.stop();
    });
    if (forgotten) session.push({ topic: 'all' }, 'message', placeText(begin));
    await catchUp(services, to, meanwhile);
    meanwhile = undefined;
  };
}
