import { Button, Group } from '@mantine/core';
import {
  IconArrowBackUp,
  IconFlame,
  IconKeyboard,
  IconListDetails,
  IconScale,
} from '@tabler/icons-react';
import bar from '@/components/annotate/desk-toolbar.module.css';
import { ReadingMenu } from '@/components/annotate/reading-menu';
import { SaveState } from '@/components/annotate/save-state';
import { Tool } from '@/components/annotate/tool';
import { PlaceSteps } from '@/components/comparison/place-steps';
import type { SettlingCommand } from './settling-keys';
import type { Settling } from './use-settling';

/** Goes from place to place, says whether all is saved, and what else can be done with the desk. Stays in view. */
export function SettlingToolbar({
  state,
  path,
  onCommand,
}: {
  state: Pick<
    Settling,
    'at' | 'listed' | 'save' | 'settings' | 'setSettings' | 'setOverlay' | 'isRules' | 'ask'
  >;
  path: string;
  onCommand: (command: SettlingCommand) => void;
}) {
  const { at, listed, isRules } = state;
  return (
    <Group className={bar.bar} gap={4} role="toolbar" aria-label="Settling">
      <PlaceSteps at={at} count={listed.places.length} onStep={(to) => onCommand({ do: to })} />
      <Tool
        name="Take my last decision back"
        keys="u"
        icon={IconArrowBackUp}
        onPress={() => onCommand({ do: 'undo' })}
      />
      <div className={bar.save}>
        <SaveState save={state.save} path={path} />
      </div>
      <Group gap={4} className={bar.end}>
        <Button
          variant="default"
          size="sm"
          className={bar.sheet}
          leftSection={<IconListDetails size={16} aria-hidden />}
          onClick={() => state.setOverlay('sheet')}
        >
          Places
        </Button>
        <Tool
          name="Rules before hands"
          keys="m"
          icon={IconScale}
          isOn={isRules}
          onPress={() => onCommand({ do: 'rules' })}
        />
        <Tool
          name="Heat"
          keys="h"
          icon={IconFlame}
          isOn={state.ask.heat !== 'none'}
          onPress={() => onCommand({ do: 'heat' })}
        />
        <span className={bar.keys}>
          <Tool
            name="Keys"
            keys="?"
            icon={IconKeyboard}
            onPress={() => onCommand({ do: 'help' })}
          />
        </span>
        <ReadingMenu settings={state.settings} withMarks={false} onChange={state.setSettings} />
      </Group>
    </Group>
  );
}
