import type { DemoArticle } from './demo-story';

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
