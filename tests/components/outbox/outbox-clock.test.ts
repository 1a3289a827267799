import { afterEach, describe, expect, test } from '@jest/globals';
import type { AnnotationContent } from '@/lib/annotation/annotation';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import { aPerson } from '@/tests/builders/a-person';
import type { Fate } from '@/tests/builders/a-line';
import { aSeat, aTab, closeAll, eventually, saved } from '@/tests/builders/an-outbox';
import { aMember } from '@/tests/builders/a-member';

afterEach(closeAll);

const hours = 3_600_000;

const content = (chosen: Partial<AnnotationContent> = {}): AnnotationContent => ({
  label: 'loaded_framing',
  segments: [{ start: 4, end: 10 }],
  attributes: {},
  note: '',
  confidence: null,
  ...chosen,
});

/** A clock that somebody sets. */
function aClock() {
  const clock = { skew: 0, now: () => Date.now() + clock.skew };
  return clock;
}

describe.each([
  ['back', -7 * hours],
  ['forward', 7 * hours],
])('a clock that is set %s', (_, skew) => {
  test('while a note is typed does not keep it waiting', async () => {
    const seat = await aSeat('The regime said so.');
    const clock = aClock();
    const tab = await aTab(seat, { now: clock.now });
    const id = tab.add(content());
    await saved(tab);
    tab.change(id, { note: 'typed' });
    clock.skew = skew;
    await saved(tab);
    tab.change(id, { note: 'typed, and more' });
    await saved(tab);
    const { annotations } = await readArticleWorkspace(seat.analyst, seat.articleId);
    expect(annotations).toMatchObject([{ id, note: 'typed, and more', version: 3 }]);
    tab.undo();
    expect(tab.shown().annotations).toMatchObject([{ note: 'typed' }]);
  });

  test('while the page is closed does not keep back what waits', async () => {
    const seat = await aSeat('The regime said so.');
    const before = await aTab(seat);
    const id = before.add(content());
    await saved(before);
    before.change(id, { note: 'typed' });
    await eventually(() => expect(before.outbox.isAtRisk).toBe(false));
    before.close();
    const clock = aClock();
    clock.skew = skew;
    const after = await aTab(seat, { now: clock.now });
    await saved(after);
    const { annotations } = await readArticleWorkspace(seat.analyst, seat.articleId);
    expect(annotations).toMatchObject([{ id, note: 'typed' }]);
  });

  test('while the line is broken does not keep anybody from trying again', async () => {
    const seat = await aSeat('The regime said so.');
    const clock = aClock();
    const tab = await aTab(seat, { now: clock.now, firstDelay: 50 });
    seat.line.fate = () => 'break';
    const first = tab.add(content());
    await eventually(() => expect(tab.shown().save).toEqual({ kind: 'offline', count: 1 }));
    clock.skew = skew;
    const second = tab.add(content({ label: 'direct_quote' }));
    seat.line.fate = () => 'pass';
    await saved(tab);
    const { annotations } = await readArticleWorkspace(seat.analyst, seat.articleId);
    expect(annotations.map(({ id }) => id)).toEqual([first, second]);
  });
});

test('somebody who signs in between two requests gets no layer filled with another’s changes', async () => {
  const seat = await aSeat('The regime said so.');
  const ben = await aMember(seat.projectId, 'analyst');
  const tab = await aTab(seat);
  seat.line.fate = (method, path): Fate => {
    if (method === 'PUT' && path.endsWith('/layers/mine')) seat.line.signedIn = ben;
    return 'pass';
  };
  tab.add(content());
  await eventually(() => expect(tab.shown().save).toEqual({ kind: 'signed-out', count: 1 }));
  expect((await readArticleWorkspace(ben, seat.articleId)).annotations).toEqual([]);
  seat.line.fate = () => 'pass';
  seat.line.signedIn = seat.analyst;
  await saved(tab);
  expect((await readArticleWorkspace(ben, seat.articleId)).annotations).toEqual([]);
  expect((await readArticleWorkspace(seat.analyst, seat.articleId)).annotations).toHaveLength(1);
});

test('nor does one who signs in meanwhile submit in the name of the other, or open again', async () => {
  const seat = await aSeat('The regime said so.');
  const tab = await aTab(seat);
  await tab.submit();
  seat.line.signedIn = await aMember(seat.projectId, 'manager');
  await expect(tab.reopen()).rejects.toThrow('You are signed out.');
  seat.line.signedIn = await aPerson();
  await expect(tab.reopen()).rejects.toThrow('You are signed out.');
  expect((await readArticleWorkspace(seat.analyst, seat.articleId)).layer?.state).toBe('submitted');
});
