import controls from 'virtual:apps-sdk-ui-styles'
import { remFromProperty, rootStyles } from './styles.ts'
import own from './widget-styles.css?inline'

/** What widgets need on top of `rootStyles`; its rules are in the same layers, so that it may come after other sheets. */
export const widgetStyles: string = remFromProperty(`${controls}\n${own}`)

/** All CSS a widget needs, for any root. */
export const renderStyles: string = `${rootStyles}\n${widgetStyles}`
