import type { DemoArticle, DemoReadings } from './demo-story';
import { quayStreetBan } from './quay-street-ban';
import { quayStreetFreed } from './quay-street-freed';
import { readingsOfTheBan } from './readings-of-the-ban';
import { readingsOfTheFreed } from './readings-of-the-freed';

/** Every article of the demo with how it was read. */
export const demoArticles: readonly { article: DemoArticle; readings: DemoReadings }[] = [
  { article: quayStreetBan, readings: readingsOfTheBan },
  { article: quayStreetFreed, readings: readingsOfTheFreed },
];
