import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { forgetEverywhere, forgetViewer, knownViewer } from '@/lib/access/known-viewers';
import type { Viewer } from '@/lib/access/viewer';
import { aPerson } from '@/tests/builders/a-person';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';

describe('known viewers', () => {
  const aViewer = (userId = v7()): Viewer => ({
    userId,
    name: 'Ada',
    email: 'ada@example.org',
    scopes: ['read'],
    by: 'token',
  });

  test('who was known a moment ago is not looked for again, until forgotten', async () => {
    const ada = aViewer();
    let asked = 0;
    const find = () => {
      asked += 1;
      return Promise.resolve(ada);
    };
    const credentials = v7();
    expect(await knownViewer(credentials, find)).toBe(ada);
    expect(await knownViewer(credentials, find)).toBe(ada);
    expect(asked).toBe(1);
    forgetViewer(v7());
    await knownViewer(credentials, find);
    expect(asked).toBe(1);
    forgetViewer(ada.userId);
    await knownViewer(credentials, find);
    expect(asked).toBe(2);
  });

  test('all credentials of a person are forgotten together', async () => {
    const ada = aViewer();
    const [one, two] = [v7(), v7()];
    for (const credentials of [one, two])
      await knownViewer(credentials, () => Promise.resolve(ada));
    forgetViewer(ada.userId);
    for (const credentials of [one, two])
      expect(await knownViewer(credentials, () => Promise.resolve(null))).toBeNull();
  });

  test('a null result is not cached', async () => {
    const credentials = v7();
    const ada = aViewer();
    expect(await knownViewer(credentials, () => Promise.resolve(null))).toBeNull();
    expect(await knownViewer(credentials, () => Promise.resolve(ada))).toBe(ada);
  });
});

describe('forget everywhere', () => {
  const announcements = recordAnnouncements();

  test('a person is forgotten here, and all processes hear of it', async () => {
    const ada = await aPerson();
    const credentials = v7();
    await knownViewer(credentials, () => Promise.resolve(ada));
    forgetEverywhere(ada.userId);
    expect(announcements).toEqual([{ kind: 'rights', of: { userId: ada.userId } }]);
    expect(await knownViewer(credentials, () => Promise.resolve(null))).toBeNull();
  });
});
