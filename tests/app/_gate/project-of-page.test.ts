import { expect, test } from '@jest/globals';
import { orTooMuch } from '@/app/_gate/project-of-page';
import { Refusal, absent, forbidden } from '@/lib/refusal';

test.each(['costly', 'busy', 'too-many'] as const)('%s is shown with its sentence', (reason) => {
  expect(orTooMuch(new Refusal(reason, 'Choose less.'))).toEqual({ tooMuch: 'Choose less.' });
});

test('nothing else is', () => {
  for (const thrown of [new Error('wood'), forbidden('No.'), absent('article')])
    expect(() => orTooMuch(thrown)).toThrow();
});
