import { Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode, RefObject } from 'react';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';
import { LayerSwitches } from './layer-switches';
import { PeopleHere } from './people-here';
import type { TogetherState } from './use-together';

/** From here on the place column stands beside the article. */
export const wide = '(min-width: 80em)';

/** Who else is here and whose highlights are painted; nothing where there is nobody. */
export function Together({
  together,
  article,
  children,
}: {
  together: TogetherState;
  article: RefObject<ArticleTextHandle | null>;
  children?: ReactNode;
}) {
  const isWide = useMediaQuery(wide) ?? false;
  const { people, layers, wanted, blocks } = together;
  const go = (position: number) => article.current?.textLayout()?.reveal(blocks.at(position));
  return (
    <Stack gap="md" mt="md">
      <PeopleHere people={people} blocks={blocks} onGo={go} />
      <LayerSwitches layers={layers} wanted={wanted} isFolded={!isWide} />
      {children}
    </Stack>
  );
}
