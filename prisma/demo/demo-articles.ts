import type { DemoArticle, DemoLayers } from './demo-story';
import { quayStreetBan } from './quay-street-ban';
import { quayStreetFreed } from './quay-street-freed';
import { layersOfTheBan } from './layers-of-the-ban';
import { layersOfTheFreed } from './layers-of-the-freed';

/** Every article of the demo with how it was read. */
export const demoArticles: readonly { article: DemoArticle; layers: DemoLayers }[] = [
  { article: quayStreetBan, layers: layersOfTheBan },
  { article: quayStreetFreed, layers: layersOfTheFreed },
];
