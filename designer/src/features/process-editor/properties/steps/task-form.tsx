import { ConditionsSection } from '../conditions-section.tsx';
import { CarryPart } from './carry-part.tsx';
import { FormDesigner } from './form-designer.tsx';
import { OutcomesEditor } from './outcomes-editor.tsx';
import { PausesPart } from './pauses-part.tsx';
import { RepeatPart } from './repeat-part.tsx';
import { ShownFacts } from './shown-facts.tsx';
import { StepMore } from './step-more.tsx';
import type { StepFormProps } from './use-step-edit.ts';
import { WhoSection } from './who-section.tsx';
import { DueSections, PlaybookSection } from './work-parts.tsx';

/** A task, in the order of thought: who, when, what if late, what is asked, what comes out. */
export function TaskForm(props: StepFormProps<'task'>) {
  return (
    <>
      <WhoSection {...props} />
      <DueSections {...props}>
        <PausesPart {...props} />
      </DueSections>
      <FormDesigner {...props} />
      <ShownFacts {...props} />
      <OutcomesEditor {...props} />
      <ConditionsSection {...props} />
      <PlaybookSection {...props} />
      <StepMore {...props}>
        <RepeatPart {...props} />
        <CarryPart {...props} />
      </StepMore>
    </>
  );
}
