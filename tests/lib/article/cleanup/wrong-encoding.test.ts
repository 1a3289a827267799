import { expect, test } from '@jest/globals';
import { wrongEncoding } from '@/lib/article/cleanup/wrong-encoding';
import { decodeWindows1252 } from '@/lib/article/encoding';
import { cleaned } from '@/tests/builders/cleaned';

const once = (text: string) => decodeWindows1252(new TextEncoder().encode(text));

test.each([
  'They’ll come – “again”… they said • 5 €',
  'café, naïve, Ångström and Âge',
  'Привет, мир',
  'Καλημέρα κόσμε’s',
  'a 😀 and ﬁgures',
])('mends %j, read wrongly once or twice', (text) => {
  expect(cleaned(wrongEncoding, once(text))).toBe(text);
  expect(cleaned(wrongEncoding, once(once(text)))).toBe(text);
});

test.each([
  ['he said â€œyesâ€ and', 'he said “yes” and'],
  ['itâ\u0080\u0099s', 'it’s'],
  ['cafÃ© for Â£5', 'café for £5'],
  ['one.Â Two, cafÃ©', 'one. Two, café'],
])('mends %j', (text, clean) => {
  expect(cleaned(wrongEncoding, text)).toBe(clean);
});

test.each([
  '„Spaß“ und „Fuß“',
  '“AMANHÔ e «AMANHû',
  'Århus, ÇA, “Å” ± 5',
  'Âge, â, î: “crème brûlée”',
  'Île-de-France…',
])('leaves %j, which is right', (text) => {
  expect(cleaned(wrongEncoding, text)).toBe(text);
});
