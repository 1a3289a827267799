import { StartProblem } from '@/server/process/operator-problem';
import { randomUUID } from 'node:crypto';
import { Redis as RedisExtension } from '@hocuspocus/extension-redis';
import type { Extension } from '@hocuspocus/server';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { log } from '@/lib/access/log';
import type { Presence } from '@/lib/annotation/live-message';
import type { Announcement } from '@/lib/live/announcement';
import { isTextChannel, channelOf } from '@/lib/live/live-channel';

/** What processes tell each other. */
export type BusMessage =
  | { kind: 'announced'; announcements: readonly Announcement[] }
  | { kind: 'person'; articleId: string; person: Presence }
  | { kind: 'left'; pageId: string }
  /** A process has come: everybody says again who is with them. */
  | { kind: 'who' };

/** The line between processes. */
export type Bus = {
  publish(message: BusMessage): void;
  close(): Promise<void>;
};

const channel = 'parallax:live';

const envelope = z.object({ from: z.string(), message: z.looseObject({ kind: z.string() }) });

/** One process alone: there is nobody to tell. */
export const noBus: Bus = { publish: () => undefined, close: async () => undefined };

function connected(redis: Redis): Promise<void> {
  return new Promise((resolve, reject) => {
    redis.once('ready', resolve);
    setTimeout(() => {
      const message =
        'REDIS_URL: nobody answers there. Start Redis, or unset REDIS_URL where one process serves alone.';
      reject(new StartProblem(message));
    }, 5_000).unref();
  });
}

/**
 * Joins the processes that share a Redis. What others tell comes to `onTold`; `onGap` is called when
 * the line was broken for a while, since what was told meanwhile is lost.
 */
export async function openBus(
  url: string,
  onMessage: (message: BusMessage) => void,
  onGap: () => void,
): Promise<Bus> {
  const me = randomUUID();
  const open = () => new Redis(url, { maxRetriesPerRequest: null, enableOfflineQueue: false });
  const [out, back] = [open(), open()];
  let isAway = false;
  const complain = (error: Error) => {
    if (!isAway) log.error(`Redis is away (${error.message}); live events wait for it.`);
    isAway = true;
  };
  for (const redis of [out, back]) redis.on('error', complain);
  back.on('message', (_, text: string) => {
    const read = envelope.safeParse(JSON.parse(text));
    if (read.success && read.data.from !== me) onMessage(read.data.message as BusMessage);
  });
  try {
    await Promise.all([connected(out), connected(back)]);
    await back.subscribe(channel);
  } catch (thrown) {
    out.disconnect();
    back.disconnect();
    throw thrown;
  }
  back.on('ready', () => {
    if (isAway) log.info('Redis is back.');
    isAway = false;
    onGap();
  });
  return {
    publish(message) {
      // What cannot be told is found by the sweep, and by pages when they read again.
      out.publish(channel, JSON.stringify({ from: me, message })).catch(() => undefined);
    },
    async close() {
      out.disconnect();
      back.disconnect();
    },
  };
}

const isText = ({ documentName }: { documentName: string }): boolean => {
  const channel = channelOf(documentName);
  return channel !== null && isTextChannel(channel);
};

/**
 * Brings what is written in a shared text on one machine to the others. Only for rooms with a text:
 * the others have nothing in them, and their messages have a line of their own. Its lock on storing
 * is left out, since keeping merges under the row's lock.
 */
export function textsBetweenMachines(url: string): Extension {
  const redis = new RedisExtension({
    prefix: 'parallax:text',
    createClient: () => {
      const client = new Redis(url, { maxRetriesPerRequest: null });
      // The bus says once that Redis is away.
      client.on('error', () => undefined);
      return client;
    },
  });
  return {
    priority: 1000,
    onConfigure: (data) => redis.onConfigure(data),
    afterLoadDocument: async (data) => (isText(data) ? redis.afterLoadDocument(data) : undefined),
    onAwarenessUpdate: async (data) => (isText(data) ? redis.onAwarenessUpdate(data) : undefined),
    onChange: async (data) => (isText(data) ? redis.onChange(data) : undefined),
    beforeUnloadDocument: async (data) =>
      isText(data) ? redis.beforeUnloadDocument(data) : undefined,
    afterUnloadDocument: async (data) =>
      isText(data) ? redis.afterUnloadDocument(data) : undefined,
    onDestroy: () => redis.onDestroy(),
  };
}
