import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { LiveEvent } from '@/components/live/article-live';
import { People } from '@/components/live/people';
import { Slots } from '@/components/live/person-look';
import type { ArticleMessage, Presence } from '@/lib/annotation/live-message';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const messageEvent = (
  message: ArticleMessage,
  channel: LiveEvent['channel'] = 'layers',
): LiveEvent => ({
  kind: 'message',
  channel,
  message,
});

const aPresence = (chosen: Partial<Presence> = {}): Presence => ({
  pageId: 'page',
  userId: 'ben',
  name: 'Ben',
  revisionId: 'text',
  at: 5,
  selection: [],
  ...chosen,
});

function somePeople() {
  const people = new People('ada', 'text', new Slots());
  let changes = 0;
  people.subscribe(() => changes++);
  return { people, names: () => people.list().map(({ name }) => name), changes: () => changes };
}

test('lists everybody but oneself once, by name, where they moved last', () => {
  const { people, names } = somePeople();
  const cy = aPresence({ pageId: 'c', userId: 'cy', name: 'Cy' });
  const mine = aPresence({ pageId: 'm', userId: 'ada', name: 'Ada' });
  people.handleEvent(messageEvent({ kind: 'people', people: [cy, mine, aPresence()] }));
  expect(names()).toEqual(['Ben', 'Cy']);
  people.handleEvent(
    messageEvent({ kind: 'person', person: aPresence({ pageId: 'phone', at: 40 }) }),
  );
  expect(people.list()[0]).toMatchObject({ name: 'Ben', at: 40 });
  people.handleEvent(messageEvent({ kind: 'person', person: aPresence({ at: 7 }) }));
  expect(people.list()[0]).toMatchObject({ name: 'Ben', at: 7 });
  people.handleEvent(messageEvent({ kind: 'left', pageId: 'page' }));
  expect(people.list()[0]).toMatchObject({ name: 'Ben', at: 40 });
  people.handleEvent(messageEvent({ kind: 'left', pageId: 'phone' }));
  expect(names()).toEqual(['Cy']);
});

test('does not notify without a change, and keeps the list', () => {
  const { people, changes } = somePeople();
  people.handleEvent(messageEvent({ kind: 'person', person: aPresence() }));
  const list = people.list();
  people.handleEvent(messageEvent({ kind: 'person', person: aPresence() }));
  people.handleEvent(messageEvent({ kind: 'threads' }));
  expect(people.list()).toBe(list);
  expect(changes()).toBe(1);
});

test('a person at another revision is listed without a position', () => {
  const { people } = somePeople();
  const selection = [{ start: 1, end: 2 }];
  people.handleEvent(
    messageEvent({ kind: 'person', person: aPresence({ revisionId: 'older', selection }) }),
  );
  expect(people.list()).toMatchObject([{ name: 'Ben', at: null, selection: [] }]);
});

test.each(['closed', 'denied', 'rejected', 'self'] as const)(
  'the list is empty once the channel is left: %s',
  (why) => {
    const { people, names } = somePeople();
    people.handleEvent(messageEvent({ kind: 'person', person: aPresence() }));
    people.handleEvent({ kind: 'left', channel: 'own', why });
    expect(names()).toEqual(['Ben']);
    people.handleEvent({ kind: 'left', channel: 'layers', why });
    expect(names()).toEqual([]);
  },
);

test('the list stays for a moment after the connection broke', () => {
  const { people, names } = somePeople();
  people.handleEvent(messageEvent({ kind: 'person', person: aPresence() }));
  people.handleEvent({ kind: 'left', channel: 'layers', why: 'connection' });
  jest.advanceTimersByTime(4000);
  people.handleEvent({ kind: 'joined', channel: 'layers' });
  people.handleEvent(messageEvent({ kind: 'people', people: [aPresence()] }));
  jest.advanceTimersByTime(60_000);
  expect(names()).toEqual(['Ben']);
  people.handleEvent({ kind: 'left', channel: 'layers', why: 'connection' });
  jest.advanceTimersByTime(60_000);
  expect(names()).toEqual([]);
});
