"""What a map shows: fitted, moved and read back."""

from math import cos, isclose, radians

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.scene.map_view import CLOSEST, FURTHEST, MapView, fitted

_lat = st.floats(-80, 80)
_lon = st.floats(-180, 180)
_places = st.lists(st.tuples(_lat, _lon), max_size=12)
_size = st.tuples(st.floats(200, 2500), st.floats(200, 1500))


@given(_places, _size)
def test_what_is_fitted_stands_within_the_margin(
    places: list[tuple[float, float]], size: tuple[float, float]
) -> None:
    view = fitted(places, *size, 40)
    for lat, lon in places or [(51.2, 71.4), (37.95, 58.4), (42.9, 74.6)]:
        assert 39.9 <= view.x(lon) <= size[0] - 39.9
        assert 39.9 <= view.y(lat) <= size[1] - 39.9


@given(_places, _size, _lat, _lon)
def test_a_pixel_is_read_back_and_north_is_up_and_east_is_right(
    places: list[tuple[float, float]], size: tuple[float, float], lat: float, lon: float
) -> None:
    view = fitted(places, *size, 40)
    back = view.lat_lon(view.x(lon), view.y(lat))
    assert isclose(back[0], lat, abs_tol=1e-6)
    assert isclose(back[1], lon, abs_tol=1e-6)
    assert view.y(lat + 1) < view.y(lat)
    assert view.x(lon + 1) > view.x(lon)


@given(_size, st.floats(0.2, 5), st.floats(-60, 60), st.floats(-120, 120))
def test_what_is_zoomed_at_stays_where_it_is(
    size: tuple[float, float], factor: float, lat: float, lon: float
) -> None:
    view = MapView(10, 20, 8, 0.8, *size)
    at = view.x(lon), view.y(lat)
    nearer = view.zoomed(factor, *at)
    assert FURTHEST <= nearer.px <= CLOSEST
    if abs(nearer.lat) < 85 and abs(nearer.lon) < 180:
        assert isclose(nearer.x(lon), at[0], abs_tol=1e-6)
        assert isclose(nearer.y(lat), at[1], abs_tol=1e-6)


def test_a_degree_of_longitude_is_as_short_as_on_the_middle_parallel() -> None:
    view = fitted([(50, 60), (40, 80)], 800, 600, 40)
    across, down = view.x(61) - view.x(60), view.y(45) - view.y(46)
    assert isclose(across / down, cos(radians(45)))


def test_a_lone_place_is_shown_with_its_region_in_the_middle() -> None:
    view = fitted([(51.2, 71.4)], 800, 600, 40)
    assert (view.x(71.4), view.y(51.2)) == (400, 300)
    assert view.px < 100
    assert view.resized(400, 200).x(71.4) == 200
