import type { DemoArticle, DemoLayers, DemoQuote } from './demo-story';
import { claim, framing, quoted } from './demo-story';

/** A report of the same evening that leans the other way. */
export const quayStreetFreed: DemoArticle = {
  title: 'Ostermere gives Quay Street back to its people',
  source: 'Quayside Dispatch',
  author: 'Idris Vance',
  url: 'https://dispatch.example/quay-street-freed',
  publishedAt: '2026-11-18',
  language: 'en',
  text: [
    'After two decades of dithering, Ostermere took a courageous step on Tuesday: by 6 votes to 5 its council decided to free Quay Street from the traffic that has been choking it.',
    'From 1 March the street will belong to people on foot and on bicycles, to buses, and to deliveries before ten in the morning. “Children will be able to cross it without holding their breath,” said Tomas Aldin, the leader of the council, “and so, for that matter, will I.”',
    'The result was greeted with relief by residents. “Finally 🎉👍🏽,” wrote Parents for Quay Street, a group with some 400 members, minutes after the vote. “Our kids [and yours] deserve clean air.”',
    'Studies have shown time and again that streets without cars sell more, not less. Footfall in Quay Street rose by 18 per cent during the trial in the autumn, according to the counters that the council’s report of 9 November describes, and takings, by all accounts, rose with it.',
    'That has not kept a vocal minority of traders from whipping up alarm. Their petition, which boasts 2,906 “names”, was open to anybody in the world with an e-mail address; at least forty of those who signed it appear to be cartoon characters.',
    'Its author, the butcher Colm Adeyar-Reid, conceded as much. “There may be a few jokers in there,” he told the Dispatch, “but there are two and a half thousand real people, and they are angry.”',
    'Rhona Pell, whose fish stall is something of an institution, delivered an emotional speech that ran well over her allotted three minutes. She foretold the death of the market. She foretold it in 2011 as well, when the bus stop was moved, and the market is still there.',
    'Dr Ilse Marchetti, who teaches transport planning at the regional college, has followed the case from the start. Asked what the town could expect, she chose her words with care.',
    '“The first two months will be rough. People have habits, and habits do not read consultation papers.',
    '“After that, what we see in places of this size is that visitors stay longer and spend a little more. Not a miracle: a little more. I have published the numbers, and I have published the two towns where it failed.',
    '“So I would say to the traders: count everything. And I would say to the council: if the counts are bad, be honest about it.”',
    'Not everybody in the chamber rose to that level. Councillor Bette Osei, who abandoned her own party’s manifesto to side with the motor lobby, spoke darkly of a decision “made in a back room”. Asked by the Dispatch for evidence, she said that she had “heard things”.',
    'The ambulance that opponents never tire of mentioning was delayed by 1 minute 50 seconds, the service confirmed to the Dispatch in writing; its crew had taken a wrong turn.',
    'The region will pay 1.2 million towards paving, trees and seats. Upkeep, at 85,000 a year, will cost each household less than a cup of coffee a month. Most people will think that a bargain.',
    'For Mr Aldin, who staked his future on the vote, it is a triumph. He was in no mood to gloat. “The street was never mine to give,” he said as the lights in the chamber went out. “It was only ever [the town’s] to take back.”',
    'Along the quay the mood on Wednesday was one of quiet joy. “It’s about time 👩🏾‍🍼,” wrote somebody who posts as pram_pilot, under a picture of the empty road.',
  ].join('\n'),
};

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

/**
 * The analysts’ annotations of the Dispatch’s report: one of them notices its praise earlier than
 * the others.
 */
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
