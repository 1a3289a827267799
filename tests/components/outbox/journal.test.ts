import { describe, expect, test } from '@jest/globals';
import type { JournalEntry } from '@/components/outbox/journal';
import { Journal } from '@/components/outbox/journal';
import { MemoryStorage } from '@/tests/harness/memory-storage';

const items = (left: JournalEntry<string>[]) => left.map(({ item }) => item);

/** Locks as browsers have them: whoever asks for one that is held waits until its page has ended. */
class Locks {
  private readonly waiting = new Map<string, (() => void)[]>();

  request(name: string, hold: () => Promise<never>): Promise<never> {
    const queue = this.waiting.get(name) ?? [];
    this.waiting.set(name, [...queue, hold]);
    if (queue.length === 0) void hold();
    return new Promise(() => undefined);
  }

  /** The page that has each of these locks ends. */
  end(which: (name: string) => boolean): void {
    for (const [name, [, next, ...others]] of this.waiting) {
      if (!which(name)) continue;
      this.waiting.set(name, next === undefined ? others : [next, ...others]);
      next?.();
    }
  }

  get manager(): LockManager {
    return this as unknown as LockManager;
  }

  get names(): string[] {
    return [...this.waiting.keys()];
  }
}

describe('a journal', () => {
  test('lists what other pages left, each page’s in order, without what was forgotten', () => {
    const storage = new MemoryStorage();
    const [one, two] = [1, 2].map(() => new Journal<string>(storage, 'ada', null));
    const [, gone] = ['first', 'second', 'third 😀'].map((item) => one?.append(item));
    two?.append('elsewhere');
    one?.forget(gone ?? '');
    const next = new Journal<string>(storage, 'ada', null);
    next.append('its own');
    expect(next.left().map(items)).toEqual([['first', 'third 😀'], ['elsewhere']]);
    expect(new Journal(storage, 'ad', null).left()).toEqual([]);
    expect(new Journal(storage, 'ada/more', null).left()).toEqual([]);
  });

  test('says where the browser takes no more, and what was not written is not there', () => {
    const storage = new MemoryStorage();
    storage.setItem = () => {
      throw new DOMException('It is full.', 'QuotaExceededError');
    };
    expect(new Journal(storage, 'ada', null).append('more')).toBeNull();
    expect(new Journal(storage, 'ada', null).left()).toEqual([]);
  });

  test('hands over what a page left when that page has ended, and to one page only', () => {
    const [storage, locks] = [new MemoryStorage(), new Locks()];
    const open = () => new Journal<string>(storage, 'ada', locks.manager);
    const first = open();
    const [nameOfFirst] = locks.names;
    const key = first.append('sent meanwhile');
    first.append('left');
    const taken: string[] = [];
    const [second, third] = [open(), open()];
    second.takeOver((left) => taken.push(`second: ${items(left).join()}`));
    third.takeOver((left) => taken.push(`third: ${items(left).join()}`));
    expect(taken).toEqual([]);
    first.forget(key ?? '');
    locks.end((name) => name === nameOfFirst);
    expect(taken).toEqual(['second: left']);
  });
});
