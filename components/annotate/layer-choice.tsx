import { Button, Radio, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { ProblemAlert } from '@/components/ui/problem-alert';
import type { VisibleLayer } from '@/lib/annotation/article-workspace';
import type { LoadedLayer } from './use-loaded-layer';

const nobody = 'nobody';

function countMessage({ isBusy, annotations }: LoadedLayer, isChosen: boolean): string {
  if (!isChosen) return '';
  if (isBusy) return 'Loading the highlights …';
  return annotations.length === 1 ? '1 highlight' : `${annotations.length} highlights`;
}

/** Whose highlights to see in the article: of the readings that the project opens to this person. */
export function LayerChoice({
  layers,
  articleId,
  chosen,
  loaded,
  onChoose,
}: {
  layers: readonly VisibleLayer[];
  articleId: string;
  /** A layer's id; null for nobody's. */
  chosen: string | null;
  loaded: LoadedLayer;
  onChoose: (layerId: string | null) => void;
}) {
  if (layers.length === 0)
    return (
      <Text size="sm" c="dimmed">
        No reading of this article is open to you.
      </Text>
    );
  return (
    <Stack gap="md" align="flex-start">
      <Radio.Group
        label="Show the highlights of"
        value={chosen ?? nobody}
        onChange={(value) => onChoose(value === nobody ? null : value)}
      >
        <Stack gap="xs" mt="xs">
          <Radio value={nobody} label="Nobody" />
          {layers.map(({ layerId, author, state }) => (
            <Radio
              key={layerId}
              value={layerId}
              label={<bdi>{author}</bdi>}
              description={state === 'submitted' ? 'Submitted' : 'Not submitted yet'}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Text size="sm" c="dimmed" role="status">
        {countMessage(loaded, chosen !== null)}
      </Text>
      {loaded.problem && <ProblemAlert problem={loaded.problem} />}
      <Button
        component="a"
        href={`/api/v1/articles/${articleId}/export?format=csv&excel=true`}
        download
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        Export CSV
      </Button>
    </Stack>
  );
}
