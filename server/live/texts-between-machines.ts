import { Redis as RedisExtension } from '@hocuspocus/extension-redis';
import type { Extension } from '@hocuspocus/server';
import { Redis } from 'ioredis';
import { isTextChannel, channelOf } from '@/lib/live/live-channel';

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
