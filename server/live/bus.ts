import type { Announcement } from '@/lib/live/live-channel';
import { randomUUID } from 'node:crypto';
import { Redis as RedisExtension } from '@hocuspocus/extension-redis';
import type { Extension } from '@hocuspocus/server';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { log } from '@/lib/access/log';
import type { Presence } from '@/lib/annotation/live-message';
import { channelOf, isTextChannel } from '@/lib/live/live-channel';
import { StartProblem } from '@/server/process/operator-problem';

/** A message between processes. */
export type BusMessage =
  | { kind: 'announced'; announcements: readonly Announcement[] }
  | { kind: 'person'; articleId: string; person: Presence }
  | { kind: 'left'; pageId: string }
  /** A new process asks the others to publish the people on their connections. */
  | { kind: 'who' };

/** The connection between processes. */
type Bus = {
  publish(message: BusMessage): void;
  close(): Promise<void>;
};

const channel = 'parallax:live';

const envelope = z.object({ from: z.string(), message: z.looseObject({ kind: z.string() }) });

/** The bus of a single process, which publishes nothing. */
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
 * Connects to the processes that share a Redis. `onMessage` gets the messages of the others; `onGap` is
 * called after a lost connection, since the messages of that time are lost.
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
      // Lost messages are made up for by the regular reviews, and by pages when they fetch again.
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
 * Synchronizes shared texts between processes over Redis. Only for channels with a text: the others
 * have no document, and their messages go over the bus. The extension's lock on storing is omitted,
 * since saving merges under a row lock.
 */
export function textsBetweenMachines(url: string): Extension {
  const redis = new RedisExtension({
    prefix: 'parallax:text',
    createClient: () => {
      const client = new Redis(url, { maxRetriesPerRequest: null });
      // The bus logs outages of Redis.
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
