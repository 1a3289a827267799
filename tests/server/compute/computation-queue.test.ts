import { describe, expect, it } from '@jest/globals';
import { ComputationQueue } from '@/server/compute/computation-queue';
import { refused } from '@/tests/builders/refused';

const limits = {
  maxRunning: 2,
  maxRunningPerPerson: 1,
  maxRunningSlow: 1,
  maxWaiting: 3,
  maxWaitingPerPerson: 2,
};
const never = new AbortController().signal;
const nextTick = () => new Promise((resolve) => setImmediate(resolve));

/** Enters, and writes the name into `began` when it may begin. */
function entering(queue: ComputationQueue, began: string[]) {
  return (userId: string | null, name: string, chosen: { isSlow?: boolean } = {}) =>
    queue.enter({ userId, isSlow: chosen.isSlow ?? false }, never).then((leave) => {
      began.push(name);
      return leave;
    });
}

describe('a queue of computations', () => {
  it('lets one person’s many wait, and another’s few pass', async () => {
    const queue = new ComputationQueue(limits);
    const began: string[] = [];
    const enter = entering(queue, began);
    const leaveFirst = await enter('ada', 'a1');
    const second = enter('ada', 'a2');
    await enter('ben', 'b1');
    expect(began).toEqual(['a1', 'b1']);
    expect([queue.running, queue.waiting]).toEqual([2, 1]);
    leaveFirst();
    (await second)();
    expect(began).toEqual(['a1', 'b1', 'a2']);
    expect([queue.running, queue.waiting]).toEqual([1, 0]);
  });

  it('keeps a worker for what is quick', async () => {
    const queue = new ComputationQueue(limits);
    const began: string[] = [];
    const enter = entering(queue, began);
    const leaveSlow = await enter('ada', 'slow 1', { isSlow: true });
    const waiting = enter('ben', 'slow 2', { isSlow: true });
    await enter('cem', 'quick');
    expect(began).toEqual(['slow 1', 'quick']);
    leaveSlow();
    await waiting;
    expect(began).toEqual(['slow 1', 'quick', 'slow 2']);
  });

  it('refuses one who has enough waiting, and everybody when all have', async () => {
    const queue = new ComputationQueue(limits);
    const enter = entering(queue, []);
    await enter('ada', '1');
    void enter('ada', '2');
    void enter('ada', '3');
    expect(await refused(enter('ada', '4'))).toMatchObject({ reason: 'too-many', retryAfter: 5 });
    await enter('ben', '5');
    void enter('ben', '6');
    expect(await refused(enter('cem', '7'))).toMatchObject({ reason: 'busy', retryAfter: 5 });
    expect(queue.waiting).toBe(3);
  });

  it('forgets who has left', async () => {
    const queue = new ComputationQueue(limits);
    const leaving = new AbortController();
    const leave = await queue.enter({ userId: 'ada', isSlow: false }, never);
    const waiting = queue.enter({ userId: 'ada', isSlow: false }, leaving.signal);
    const reason = new Error('gone');
    leaving.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(queue.waiting).toBe(0);
    leave();
    await nextTick();
    expect(queue.running).toBe(0);
  });
});
