import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { countAttemptsBy } from '@/lib/access/attempts';
import { log } from '@/lib/access/log';

/** How long a sign-in may wait for a Redis that does not answer, in milliseconds. */
const timeout = 500;

/** Logs the beginning and the end of an outage of Redis, each once. */
function logOutages(redis: Redis): void {
  let isAway = false;
  redis.on('error', ({ message }: Error) => {
    if (isAway) return;
    isAway = true;
    log.error(
      `Redis cannot be reached (${message}). Until it can, this process counts sign-in attempts by itself.`,
    );
  });
  redis.on('ready', () => {
    if (isAway) log.info('Redis is reached again.');
    isAway = false;
  });
}

/**
 * Counts attempts at secrets in Redis, together with the other processes. During an outage each process
 * counts by itself, so that nobody is kept from signing in. Returns a function that ends it.
 */
export function shareAttempts(redisUrl: string): () => void {
  const redis = new Redis(redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: timeout,
  });
  logOutages(redis);
  countAttemptsBy(
    (name, rule) =>
      new RateLimiterRedis({
        ...rule,
        storeClient: redis,
        keyPrefix: `parallax:attempts:${name}`,
        rejectIfRedisNotReady: true,
        insuranceLimiter: new RateLimiterMemory(rule),
      }),
  );
  return () => redis.disconnect();
}
