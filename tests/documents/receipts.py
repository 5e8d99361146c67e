"""A made-up receipt as PDF, full of what must not be kept."""

from __future__ import annotations

import io
import zlib
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

SECRET: Final = "Hemmelig Eksempelsen 010101-0000"  # noqa: S105 - a made-up name


def bytes_of(picture: Image.Image, kind: str, **options: Any) -> bytes:
    result = io.BytesIO()
    picture.save(result, kind, **options)
    return result.getvalue()


def receipt() -> bytes:
    """A page with words, a filled form field, a photo, a link, a script and an attached file."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    page = pdf.pages[0]
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    page.Resources = Dictionary(
        Font=Dictionary(F1=font), XObject=Dictionary(Photo=_photo(pdf), Zipped=_zipped(pdf))
    )
    page.Contents = pdf.make_stream(
        b"BT /F1 12 Tf 50 700 Td (Kvittering 648,75) Tj ET q 100 0 0 100 300 700 cm /Photo Do Q"
    )
    field = _field(pdf, font)
    page.Annots = Array([field, _link(pdf)])
    page.AA = Dictionary(O=_script(pdf))
    page.PieceInfo = Dictionary(Editor=Dictionary(Private=SECRET))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), DR=page.Resources, XFA=SECRET)
    pdf.Root.OpenAction = _script(pdf)
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array(["a", _script(pdf)])))
    pdf.Root.StructTreeRoot = _structure(pdf, field)
    pdf.attachments["hemmelig.txt"] = pikepdf.AttachedFileSpec(pdf, SECRET.encode())
    pdf.docinfo["/Author"] = SECRET
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = SECRET
    return _saved(pdf)


def locked_receipt(user: str = "1234") -> bytes:
    with pikepdf.open(io.BytesIO(receipt())) as pdf:
        return _saved(pdf, encryption=pikepdf.Encryption(owner="owner", user=user))


def _saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    result = io.BytesIO()
    pdf.save(result, **options)
    return result.getvalue()


def _jpeg() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = SECRET
    blue = Image.new("RGB", (64, 64), "blue")
    return bytes_of(blue, "JPEG", exif=exif, comment=SECRET.encode())


def _picture(pdf: pikepdf.Pdf, data: bytes, filters: pikepdf.Object) -> pikepdf.Stream:
    stream = pdf.make_stream(
        b"",
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=64,
        Height=64,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Metadata=pdf.make_stream(SECRET.encode()),
    )
    stream.write(data, filter=filters)
    return stream


def _photo(pdf: pikepdf.Pdf) -> pikepdf.Stream:
    return _picture(pdf, _jpeg(), Name.DCTDecode)


def _zipped(pdf: pikepdf.Pdf) -> pikepdf.Stream:
    filters = Array([Name.FlateDecode, Name.DCTDecode])
    return _picture(pdf, zlib.compress(_jpeg()), filters)


def _script(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=f"app.alert('{SECRET}')"))


def _link(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([50, 600, 100, 620]),
            A=Dictionary(S=Name.URI, URI=f"https://example.com/{SECRET}"),
        )
    )


def _field(pdf: pikepdf.Pdf, font: pikepdf.Object) -> pikepdf.Object:
    shown = pdf.make_stream(
        b"/Tx BMC BT /F1 12 Tf 2 4 Td (Udfyldt felt) Tj ET EMC",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 100, 20]),
        Resources=Dictionary(Font=Dictionary(F1=font)),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=SECRET,
            V="Udfyldt felt",
            F=4,
            Rect=Array([50, 650, 150, 670]),
            AP=Dictionary(N=shown),
            AA=Dictionary(F=_script(pdf)),
        )
    )


def _structure(pdf: pikepdf.Pdf, field: pikepdf.Object) -> pikepdf.Object:
    reference = Dictionary(Type=Name.OBJR, Obj=field)
    element = Dictionary(Type=Name.StructElem, S=Name.Form, K=pdf.make_indirect(reference))
    return pdf.make_indirect(
        Dictionary(Type=Name.StructTreeRoot, K=Array([pdf.make_indirect(element)]))
    )
