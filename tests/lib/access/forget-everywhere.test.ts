import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { forgetEverywhere } from '@/lib/access/forget-everywhere';
import { knownViewer } from '@/lib/access/known-viewers';
import { aPerson } from '@/tests/builders/a-person';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';

const announcements = recordAnnouncements();

test('a person is forgotten here, and all processes hear of it', async () => {
  const ada = await aPerson();
  const credentials = v7();
  await knownViewer(credentials, () => Promise.resolve(ada));
  forgetEverywhere(ada.userId);
  expect(announcements).toEqual([{ kind: 'rights', of: { userId: ada.userId } }]);
  expect(await knownViewer(credentials, () => Promise.resolve(null))).toBeNull();
});
