import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DecisionQueue } from '@/components/adjudication/workspace/decision-queue';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const away = { status: 0 };

/** A queue with a fake server that gives one of `answers` per try; a number is a status. */
function aQueue(...answers: ('ok' | number)[]) {
  const events: string[] = [];
  const queue = new DecisionQueue<string, string>({
    send: (action) => {
      const answer = answers.shift() ?? 'ok';
      events.push(`send ${action}`);
      return answer === 'ok'
        ? Promise.resolve(answer)
        : Promise.reject(Object.assign(new Error('refused'), { status: answer }));
    },
    problemOf: (thrown) => ({ ...away, ...(thrown as object) }),
    done: (action) => events.push(`done ${action}`),
    refused: (action) => events.push(`refused ${action}`),
    retryDelay: 100,
  });
  return { queue, events };
}

describe('a queue of decisions', () => {
  test('sends one after the other, in their order', async () => {
    const { queue, events } = aQueue();
    queue.add('a');
    queue.add('b');
    expect(queue.save).toEqual({ kind: 'saving', count: 2 });
    await jest.runAllTimersAsync();
    expect(events).toEqual(['send a', 'done a', 'send b', 'done b']);
    expect(queue.save).toEqual({ kind: 'saved' });
  });

  test.each([
    [0, { kind: 'offline' }],
    [503, { kind: 'offline', trouble: 'database-away' }],
    [507, { kind: 'offline', trouble: 'disk-full' }],
    [429, { kind: 'offline' }],
    [401, { kind: 'signed-out' }],
  ])('after %i it waits and tries again: %j', async (status, state) => {
    const { queue, events } = aQueue(status, 'ok');
    queue.add('a');
    queue.add('b');
    await jest.advanceTimersByTimeAsync(50);
    expect(queue.save).toEqual({ ...state, count: 2 });
    await jest.runAllTimersAsync();
    expect(events).toEqual(['send a', 'send a', 'done a', 'send b', 'done b']);
  });

  test('is woken before its time', async () => {
    const { queue, events } = aQueue(0);
    queue.add('a');
    await jest.advanceTimersByTimeAsync(1);
    queue.wake();
    await jest.advanceTimersByTimeAsync(1);
    expect(events).toEqual(['send a', 'send a', 'done a']);
  });

  test.each([409, 422, 403])('%i is reported, and the next goes on', async (status) => {
    const { queue, events } = aQueue(status);
    queue.add('a');
    queue.add('b');
    await jest.runAllTimersAsync();
    expect(events).toEqual(['send a', 'refused a', 'send b', 'done b']);
    expect(queue.list()).toEqual([]);
  });

  test('notifies subscribers', async () => {
    const { queue } = aQueue();
    const lengths: number[] = [];
    const unsubscribe = queue.subscribe(() => lengths.push(queue.list().length));
    queue.add('a');
    await jest.runAllTimersAsync();
    unsubscribe();
    queue.add('b');
    await jest.runAllTimersAsync();
    expect(lengths).toEqual([1, 0]);
  });
});
