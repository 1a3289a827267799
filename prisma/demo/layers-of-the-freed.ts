import type { DemoLayers, DemoQuote } from './demo-story';
import { claim, framing, quoted } from './demo-annotations';

const aldinOnChildren: DemoQuote = [
  '“Children will be able to cross it without holding their breath,”',
  '“and so, for that matter, will I.”',
];
const parents: DemoQuote = ['“Finally 🎉👍🏽,”', '“Our kids [and yours] deserve clean air.”'];
const studies: DemoQuote =
  'Studies have shown time and again that streets without cars sell more, not less.';
const butcher: DemoQuote = [
  '“There may be a few jokers in there,”',
  '“but there are two and a half thousand real people, and they are angry.”',
];
const marchetti: DemoQuote =
  '“The first two months will be rough. People have habits, and habits do not read consultation papers.\n“After that, what we see in places of this size is that visitors stay longer and spend a little more. Not a miracle: a little more. I have published the numbers, and I have published the two towns where it failed.\n“So I would say to the traders: count everything. And I would say to the council: if the counts are bad, be honest about it.”';
const notMine: DemoQuote = [
  '“The street was never mine to give,”',
  '“It was only ever [the town’s] to take back.”',
];

/** What the three analysts marked in the Dispatch’s report: its praise is seen sooner by one than by the others. */
export const layersOfTheFreed: DemoLayers = {
  ada: [
    framing('two decades of dithering', 0.9, { device: 'one-sided term' }),
    framing('courageous', 1, { device: 'one-sided term' }),
    framing('free Quay Street from the traffic that has been choking it', 0.9),
    quoted(aldinOnChildren, 1, { speaker: 'Tomas Aldin' }),
    quoted(parents, 1, { speaker: 'Parents for Quay Street' }),
    claim(studies, 1, { source: 'vague' }),
    claim('takings, by all accounts, rose with it', 0.9, {
      source: 'vague',
      note: 'The report counts feet, not takings.',
    }),
    framing('vocal minority', 0.8),
    framing('whipping up alarm', 1),
    framing('boasts 2,906 “names”', 0.9),
    quoted(butcher, 1, { speaker: 'Colm Adeyar-Reid' }),
    framing('conceded', 0.7, { device: 'loaded reporting verb' }),
    quoted(marchetti, 1, { speaker: 'Ilse Marchetti' }),
    framing('abandoned her own party’s manifesto to side with the motor lobby', 1),
    quoted('“made in a back room”', 1, { speaker: 'Bette Osei' }),
    quoted('“heard things”', 0.8, { speaker: 'Bette Osei' }),
    claim('will cost each household less than a cup of coffee a month', 0.7, { source: 'none' }),
    quoted(notMine, 1, { speaker: 'Tomas Aldin' }),
    quoted('“It’s about time 👩🏾‍🍼,”', 0.9, { speaker: 'pram_pilot', attribution: 'anonymous' }),
  ],
  ben: [
    framing('dithering', 1),
    framing('choking', 0.7),
    quoted(aldinOnChildren, 1, { speaker: 'Tomas Aldin' }),
    claim('The result was greeted with relief by residents.', 0.6, {
      source: 'named, without evidence',
      note: 'One group is quoted; “residents” is everybody.',
    }),
    quoted(parents, 1, { speaker: 'Parents for Quay Street' }),
    claim(studies, 1, { source: 'vague' }),
    claim('by all accounts', 0.6, { source: 'vague' }),
    framing('a vocal minority of traders from whipping up alarm', 0.9),
    quoted('“names”', 0.2, { attribution: 'unclear', note: 'Or scare quotes? I am not sure.' }),
    quoted(butcher, 1, { speaker: 'Colm Adeyar-Reid' }),
    quoted(marchetti, 1, { speaker: 'Ilse Marchetti' }),
    framing('the motor lobby', 0.9, { device: 'one-sided term' }),
    framing('darkly', 0.8),
    quoted('“made in a back room”', 1, { speaker: 'Bette Osei' }),
    quoted('“heard things”', 1, { speaker: 'Bette Osei' }),
    quoted(notMine, 1, { speaker: 'Tomas Aldin' }),
  ],
  chioma: [
    framing('After two decades of dithering', 0.8),
    framing('courageous step', 1),
    framing('free', 0.8, {
      device: 'presupposition',
      note: 'To free something supposes that it was captive.',
    }),
    framing('choking', 0.9),
    framing('belong to people', 0.4),
    quoted(aldinOnChildren, 1, { speaker: 'Tomas Aldin' }),
    quoted(parents, 1, { speaker: 'Parents for Quay Street' }),
    claim(studies, 1, { source: 'vague' }),
    claim('at least forty of those who signed it appear to be cartoon characters', 0.5, {
      source: 'none',
      note: 'The butcher’s answer does half confirm it.',
    }),
    framing('boasts', 0.9, { device: 'loaded reporting verb' }),
    framing('“names”', 0.8),
    quoted(butcher, 1, { speaker: 'Colm Adeyar-Reid' }),
    framing('emotional', 0.7, { device: 'one-sided term' }),
    quoted(marchetti, 1, { speaker: 'Ilse Marchetti' }),
    framing('abandoned', 0.9),
    framing('spoke darkly of', 0.9, { device: 'loaded reporting verb' }),
    quoted('“made in a back room”', 1, { speaker: 'Bette Osei' }),
    framing('“heard things”', 0.6, { note: 'Cut so short that it mocks her.' }),
    claim('Most people will think that a bargain.', 0.6, { source: 'none' }),
    quoted(notMine, 1, { speaker: 'Tomas Aldin' }),
    framing('quiet joy', 0.7),
    quoted('“It’s about time 👩🏾‍🍼,”', 1, { speaker: 'pram_pilot', attribution: 'anonymous' }),
  ],
};
