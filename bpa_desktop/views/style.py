"""The one style on top of Fusion: target sizes, edges, focus ring and scroll bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionHeader,
    QStyleOptionSlider,
)

from bpa_desktop.views import paint, style_parts
from bpa_desktop.views.button_look import face_of, hint_for, paint_button
from bpa_desktop.views.theme import Sizes, colours_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import (
        QStyleOption,
        QStyleOptionComplex,
        QWidget,
    )

Metric = QStyle.PixelMetric
Control = QStyle.ControlElement
Primitive = QStyle.PrimitiveElement
Complex = QStyle.ComplexControl
Contents = QStyle.ContentsType
Hint = QStyle.StyleHint
State = QStyle.StateFlag

_SAME_FOR_ALL: Final = (Hint.SH_Widget_ShareActivation, Hint.SH_ScrollBar_Transient)
"""Qt asks for these several times for each widget; Fusion says the same of all of them."""
_RING_MARGIN: Final = paint.RING + paint.RING_GAP
_TEXT_PADDING: Final = 10


class BpaStyle(QProxyStyle):
    """Fusion with our sizes and edges; ``sizes`` may change while the program runs."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__("Fusion")
        self.sizes = sizes

    @property
    def sizes(self) -> Sizes:
        """The sizes every control is drawn in."""
        return self._sizes

    @sizes.setter
    def sizes(self, sizes: Sizes) -> None:
        self._sizes = sizes
        self._metrics = _metrics(sizes)
        self._hints = {hint: super(BpaStyle, self).styleHint(hint) for hint in _SAME_FOR_ALL}
        self._hints[Hint.SH_FocusFrame_AboveWidget] = 1
        if sizes.calm:
            self._hints[Hint.SH_Widget_Animation_Duration] = 0

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Our own sizes; all others are Fusion's."""
        own = self._metrics.get(metric)
        return super().pixelMetric(metric, option, widget) if own is None else own

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: object = None,  # noqa: N803 - Qt's own name
    ) -> int:
        """No moving effects when calm; the focus ring lies above its neighbours."""
        own = self._hints.get(hint)
        if own is not None:
            return own
        return super().styleHint(hint, option, widget, returnData)  # type: ignore[arg-type]

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        """At least the target size for everything that can be pressed."""
        fit = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if kind is Contents.CT_PushButton and isinstance(widget, QPushButton):
            needed = hint_for(face_of(widget), widget.font(), self._sizes)
            return QSize(max(fit.width(), needed.width()), self._tall(fit))
        if kind in _FULL_HEIGHT:
            return QSize(fit.width() + _EXTRA_WIDTH.get(kind, 0), self._tall(fit))
        return fit

    def _tall(self, size: QSize) -> int:
        return max(size.height(), self._sizes.target)

    def subElementRect(
        self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None
    ) -> QRect:
        """Room between the edge of a field and its letters."""
        rect = super().subElementRect(element, option, widget)  # type: ignore[arg-type]
        if element is QStyle.SubElement.SE_LineEditContents:
            return rect.adjusted(_TEXT_PADDING - 2, 0, 2 - _TEXT_PADDING, 0)
        return rect

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """The words of a choice box begin where those of a field do."""
        rect = super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]
        if control is Complex.CC_ComboBox and part == QStyle.SubControl.SC_ComboBoxEditField:
            return rect.adjusted(_TEXT_PADDING - 4, 0, 0, 0)
        return rect

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Flat buttons, meters and headings; the focus ring."""
        if element is Control.CE_PushButton and isinstance(widget, QPushButton):
            paint_button(painter, option, widget, self._sizes)
        elif element is Control.CE_FocusFrame:
            paint.ring(painter, option.rect, colours_of(option.palette).focus)
        elif element is Control.CE_HeaderSection and isinstance(option, QStyleOptionHeader):
            style_parts.header(painter, option)
        elif element in style_parts.METER_PARTS:
            style_parts.meter(element, painter, option)
        else:
            super().drawControl(element, option, painter, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Edges of fields, ticks and dots; the ring takes the place of Fusion's focus mark."""
        if element is Primitive.PE_FrameFocusRect:
            if widget is not None and widget.inherits("QAbstractItemView"):
                paint.panel(painter, option.rect, edge=colours_of(option.palette).focus, width=2)
            return
        own = _PRIMITIVES.get(element)
        if own is None or (isinstance(option, QStyleOptionButton) and element in _FRAMES):
            super().drawPrimitive(element, option, painter, widget)
        else:
            own(painter, option)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Flat scroll bars and choice boxes."""
        if control is Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            style_parts.scroll_bar(self, painter, option, widget)
        elif control is Complex.CC_ComboBox:
            style_parts.combo_box(painter, option)
        else:
            super().drawComplexControl(control, option, painter, widget)


def sizes_for(widget: QWidget) -> Sizes:
    """The sizes ``widget`` is drawn in; the standard ones under a foreign style."""
    style = widget.style()
    return style.sizes if isinstance(style, BpaStyle) else Sizes()


def _metrics(sizes: Sizes) -> dict[QStyle.PixelMetric, int]:
    indicator = max(24, sizes.target // 2, round(20 * sizes.text_percent / 100))
    return {
        Metric.PM_ScrollBarExtent: sizes.scroll_bar,
        Metric.PM_ScrollBarSliderMin: sizes.target,
        Metric.PM_IndicatorWidth: indicator,
        Metric.PM_IndicatorHeight: indicator,
        Metric.PM_ExclusiveIndicatorWidth: indicator,
        Metric.PM_ExclusiveIndicatorHeight: indicator,
        Metric.PM_CheckBoxLabelSpacing: 12,
        Metric.PM_RadioButtonLabelSpacing: 12,
        Metric.PM_ButtonIconSize: sizes.icon,
        Metric.PM_SmallIconSize: sizes.icon,
        Metric.PM_LayoutHorizontalSpacing: sizes.gap,
        Metric.PM_LayoutVerticalSpacing: sizes.gap,
        Metric.PM_FocusFrameHMargin: _RING_MARGIN,
        Metric.PM_FocusFrameVMargin: _RING_MARGIN,
        Metric.PM_MenuButtonIndicator: sizes.icon,
    }


_FULL_HEIGHT: Final = frozenset(
    {
        Contents.CT_LineEdit,
        Contents.CT_ComboBox,
        Contents.CT_CheckBox,
        Contents.CT_RadioButton,
        Contents.CT_HeaderSection,
        Contents.CT_ItemViewItem,
        Contents.CT_MenuItem,
        Contents.CT_TabBarTab,
        Contents.CT_SpinBox,
    }
)
# Fusion leaves more room beside the words of a choice box than our edge takes.
_EXTRA_WIDTH: Final = {Contents.CT_ComboBox: -12, Contents.CT_LineEdit: 0}
_FRAMES: Final = frozenset({Primitive.PE_Frame})
_PRIMITIVES: Final[dict[QStyle.PrimitiveElement, Callable[[QPainter, QStyleOption], None]]] = {
    Primitive.PE_PanelLineEdit: style_parts.field,
    Primitive.PE_FrameLineEdit: style_parts.field,
    Primitive.PE_Frame: style_parts.frame,
    Primitive.PE_IndicatorCheckBox: style_parts.check_box,
    Primitive.PE_IndicatorRadioButton: style_parts.radio_button,
}
