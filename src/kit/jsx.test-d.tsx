/** @jsxImportSource parlor */
import { expectTypeOf, test } from 'vitest'
import { Card, Col, type JsxElement, Text, Title, Transition } from './index.ts'

test('every tag is an element, and plain calls take elements as children', () => {
  expectTypeOf(<Title value="" />).toEqualTypeOf<JsxElement>()
  Card({ children: [<Title key="t" value="" />, Text({ value: '' })] })
  void (<Col>{Text({ value: '' })}</Col>)
})

test('properties are held against the component', () => {
  // @ts-expect-error a misspelt property
  void (<Title valu="" />)
  // @ts-expect-error a missing property
  void (<Title />)
  // @ts-expect-error a value that is not among the allowed
  void (<Title value="" size="huge" />)
  // @ts-expect-error text stands in a Text
  void (<Col>text</Col>)
  // @ts-expect-error a title has no children
  void (<Title value="">{null}</Title>)
  void (
    (
      // @ts-expect-error a transition takes one component
      <Transition>
        <Title value="" />
        <Title value="" />
      </Transition>
    )
  )
  // @ts-expect-error there are no tags of HTML here
  void (<div />)
})

test('components of one’s own are held against their own properties', () => {
  const Score = ({ points }: { points: number }) => <Text value={String(points)} />
  void (<Score key={1} points={3} />)
  // @ts-expect-error a wrong type
  void (<Score points="3" />)
  const Wrong = () => 5
  // @ts-expect-error a component returns nodes
  void (<Wrong />)
})
