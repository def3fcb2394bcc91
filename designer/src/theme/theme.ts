import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  Checkbox,
  createTheme,
  Input,
  Menu,
  Modal,
  NumberInput,
  Popover,
  SegmentedControl,
  Select,
  Switch,
  Tooltip,
  type MantineColorsTuple,
} from '@mantine/core';
import { variantColorResolver } from './button-colors.ts';

const accent: MantineColorsTuple = [
  '#edf1fe', '#dbe3fd', '#b4c3f6', '#8ea4ff', '#6a81de',
  '#4c69d9', '#3457d5', '#2a48b8', '#2b48b4', '#1f2848',
]; // prettier-ignore
const danger: MantineColorsTuple = [
  '#fdf0ef', '#f9dcda', '#efbcb8', '#ff9f96', '#e0665c',
  '#c9483f', '#b3261e', '#9a1f18', '#70352f', '#391e1d',
]; // prettier-ignore
/** Neutrals, so that parts of Mantine that read its own greys stay in our palette. */
const gray: MantineColorsTuple = [
  '#fafbfc', '#eceff3', '#e1e4ea', '#c8ced8', '#828b9a',
  '#5b6473', '#434b5a', '#363d4a', '#262c37', '#161a22',
]; // prettier-ignore
const dark: MantineColorsTuple = [
  '#eaedf2', '#bcc4d0', '#98a2b2', '#737d8f', '#2a313c',
  '#262c37', '#181c23', '#181c23', '#14181e', '#0f1217',
]; // prettier-ignore

const small = { defaultProps: { size: 'sm' as const } };

export const theme = createTheme({
  colors: { accent, danger, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  black: '#161a22',
  variantColorResolver,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '22px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  headings: {
    fontFamily: 'var(--font)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '13px', lineHeight: '20px' },
    },
  },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 'sm', variant: 'subtle' } }),
    Alert: Alert.extend({ defaultProps: { variant: 'light', radius: 'md' } }),
    Badge: Badge.extend({ defaultProps: { radius: 'xs', variant: 'light' } }),
    Button: Button.extend(small),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', radius: 'xs' } }),
    Input: Input.extend(small),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', position: 'bottom-start' } }),
    Modal: Modal.extend({
      defaultProps: {
        radius: 'lg',
        centered: true,
        shadow: 'md',
        closeButtonProps: { 'aria-label': 'Close' },
      },
    }),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'sm', hideControls: true } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md' } }),
    SegmentedControl: SegmentedControl.extend({
      defaultProps: { size: 'sm', withItemsBorders: false },
    }),
    Select: Select.extend({
      defaultProps: { size: 'sm', allowDeselect: false, comboboxProps: { shadow: 'md' } },
    }),
    Switch: Switch.extend({ defaultProps: { size: 'xs', withThumbIndicator: false } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false, fz: 'xs' } }),
  },
});
