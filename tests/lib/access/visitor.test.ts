import { expect, test } from '@jest/globals';
import { visitorOfBearer, visitorOfToken } from '@/lib/access/visitor';

test.each(['', 'Basic YTpi', 'Bearer ', 'Bearer a b', `Bearer ${'x'.repeat(201)}`])(
  'an Authorization of %j names nobody',
  async (authorization) => expect(await visitorOfBearer(authorization)).toBeNull(),
);

test('a token that nobody holds names nobody', async () => {
  expect(await visitorOfToken('plx_nobody')).toBeNull();
  expect(await visitorOfBearer('Bearer plx_nobody')).toBeNull();
});
