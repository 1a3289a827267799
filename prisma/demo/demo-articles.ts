import type { DemoArticle, DemoLayers } from './demo-story';
import { quayStreetBan, layersOfTheBan } from './quay-street-ban';
import { quayStreetFreed, layersOfTheFreed } from './quay-street-freed';

/** Every article of the demo with its layers. */
export const demoArticles: readonly { article: DemoArticle; layers: DemoLayers }[] = [
  { article: quayStreetBan, layers: layersOfTheBan },
  { article: quayStreetFreed, layers: layersOfTheFreed },
];
