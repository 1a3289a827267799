import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { countAttemptsBy } from '@/lib/access/attempts';
import { log } from '@/lib/access/log';

/** How long a sign-in may wait for a Redis that does not answer, in milliseconds. */
const timeout = 500;

/** Says once an outage that Redis is away, and once that it is back. */
function logOutages(redis: Redis): void {
  let isAway = false;
  redis.on('error', ({ message }: Error) => {
    if (isAway) return;
    isAway = true;
    log.error(
      `Redis cannot be reached (${message}). Until it can, this process counts tries at signing in by itself.`,
    );
  });
  redis.on('ready', () => {
    if (isAway) log.info('Redis is reached again.');
    isAway = false;
  });
}

/**
 * Has the processes that share a Redis count tries at secrets together. While it is away each counts
 * by itself: Redis never keeps anybody from signing in. Answers what ends it.
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
