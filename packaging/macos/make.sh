#!/bin/sh
# Makes dist/Central Asia Timeline.app and a .dmg of it on a Mac, after `python3 dev.py build`.
# Untried: nobody has built this on a Mac yet.
#
# To sign and notarise (needs an account of Apple's developers):
#   IDENTITY="Developer ID Application: ..." NOTARY=keychain-profile packaging/macos/make.sh
set -eu
cd "$(dirname "$0")/../.."
python=.venv/bin/python
drawn=resources/icons/app
icons=build/timeline.iconset
app="dist/Central Asia Timeline.app"
dmg="dist/central-asia-timeline-$("$python" -c 'from timeline_app.version import VERSION as v; print(v)')-macos.dmg"

mkdir -p "$icons"
for side in 16 32 128 256 512; do cp "$drawn/icon-$side.png" "$icons/icon_${side}x${side}.png"; done
iconutil --convert icns --output build/timeline.icns "$icons"
"$python" -c 'from tools.package import prepare; prepare()'
PYTHONHASHSEED=0 "$python" -m PyInstaller --noconfirm --distpath dist --workpath build/pack \
    packaging/macos/timeline-app.spec

if [ -n "${IDENTITY:-}" ]; then
    # From the inside out: each library, then the whole.
    find "$app" -type f \( -name '*.so' -o -name '*.dylib' \) -print0 |
        xargs -0 codesign --force --timestamp --options runtime --sign "$IDENTITY"
    codesign --force --timestamp --options runtime --sign "$IDENTITY" "$app"
    codesign --verify --deep --strict "$app"
fi
hdiutil create -volname "Central Asia Timeline" -srcfolder "$app" -ov -format UDZO "$dmg"
if [ -n "${NOTARY:-}" ]; then
    xcrun notarytool submit "$dmg" --keychain-profile "$NOTARY" --wait
    xcrun stapler staple "$dmg"
fi
echo "$dmg"
